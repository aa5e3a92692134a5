//! The command line: which commands there are, and what can be said to them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use desk::TokenScope;

// The environment is read with the other layers of the settings, and only named here.
const DATABASE_URL: &str = "sqlite:FILE or postgres://USER@HOST/NAME [env: DATABASE_URL]";
const LISTEN: &str = "The address to answer at [env: GONGDAN_LISTEN]";

/// Gongdan 工单: a ticket system for customer service.
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
pub struct Cli {
    #[command(flatten)]
    pub settings: SettingsArgs,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command may be told. A flag is stronger than the environment, and that is stronger
/// than the file.
#[derive(Args)]
pub struct SettingsArgs {
    /// A TOML file with settings
    #[arg(long, global = true, value_name = "FILE", env = "GONGDAN_CONFIG")]
    pub config: Option<PathBuf>,
    #[arg(long, global = true, value_name = "URL", help = DATABASE_URL)]
    pub database_url: Option<String>,
    #[arg(long, global = true, value_name = "HOST:PORT", help = LISTEN)]
    pub listen: Option<String>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Answer browsers and programs
    Serve(ServeArgs),
    /// Let programs in
    #[command(subcommand)]
    Token(TokenCommand),
    /// Bring the database's tables up to date
    Migrate,
    /// Fill the database with a large made-up desk, for measuring
    BenchData(BenchDataArgs),
    /// Fill an empty database with a desk to look at
    Demo(DemoArgs),
    /// Print how often a second the bare transaction of filing a ticket is done
    #[command(hide = true)]
    BenchLimit(BenchLimitArgs),
    /// Print how many bytes the database has for each ticket
    #[command(hide = true)]
    BenchSize,
}

#[derive(Args)]
pub struct DemoArgs {
    /// How many tickets
    #[arg(long, default_value_t = 2_000)]
    pub tickets: usize,
    /// The same seed is the same desk
    #[arg(long, default_value_t = 20_417)]
    pub seed: u64,
    /// Where the sample shop answers that the desk operates
    #[arg(long, value_name = "URL", default_value = desk::demo::shop::ADDRESS)]
    pub shop: String,
}

#[derive(Args)]
pub struct BenchLimitArgs {
    #[arg(long, default_value_t = 1)]
    pub clients: usize,
    #[arg(long, default_value_t = 5)]
    pub seconds: u64,
}

#[derive(Args)]
pub struct BenchDataArgs {
    /// How many tickets
    #[arg(long, default_value_t = 100_000)]
    pub tickets: u32,
}

#[derive(Args)]
pub struct ServeArgs {
    /// Fill the desk with the demo first, if nobody works at it yet
    #[arg(long)]
    pub demo_if_empty: bool,
}

#[derive(Subcommand)]
pub enum TokenCommand {
    /// Print a new token of an agent, or of a partner
    Create(TokenArgs),
}

#[derive(Args)]
pub struct TokenArgs {
    /// The login of the agent whose rights the program has
    #[arg(long, value_name = "LOGIN", required_unless_present = "partner")]
    pub agent: Option<String>,
    /// The supplier or merchant whose program it is
    #[arg(long, value_name = "NAME", conflicts_with = "agent")]
    pub partner: Option<String>,
    /// The partner's contact it acts for; the first, when nobody is named
    #[arg(long, value_name = "NAME", requires = "partner")]
    pub contact: Option<String>,
    /// What it may do; never more than the agent may
    #[arg(long, required = true, num_args = 1.., value_parser = scopes, value_name = "SCOPE")]
    pub scope: Vec<Scopes>,
    /// What the list of tokens calls it
    #[arg(long, default_value = "command line")]
    pub name: String,
    /// How long it lasts
    #[arg(long, default_value_t = 90, value_parser = clap::value_parser!(u16).range(1..))]
    pub days: u16,
}

/// What one word allows: a scope, or several.
pub type Scopes = Vec<TokenScope>;

fn scopes(word: &str) -> Result<Scopes, String> {
    TokenScope::named(word).ok_or_else(|| {
        let words = TokenScope::ALL.map(TokenScope::as_str).join(", ");
        format!("known are {words}, and read, write, all for several")
    })
}

/// Help or the version, asked for or not.
pub fn is_help(answer: &clap::Error) -> bool {
    use clap::error::ErrorKind::{
        DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion,
    };
    let kinds = [DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion];
    kinds.contains(&answer.kind())
}

/// A mistake on the command line in one sentence; the parser says it in a paragraph with advice.
pub fn sentence(mistake: &clap::Error) -> String {
    let said = mistake.to_string();
    let first = said.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = first.trim_start_matches("error: ").split_whitespace().collect();
    format!("{}; --help says what there is", words.join(" "))
}
