// The real server, as people start it: on an address of its own, with a fresh database.

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "./port.ts";

const HOME = resolve(import.meta.dirname, "../..");
const PROGRAM = process.env.GONGDAN ?? join(HOME, "target/debug/gongdan");
const PATIENCE = 20_000;

export interface Server {
  url: string;
  databaseUrl: string;
  /** Every letter that left the house, the newest last. */
  letters(): string[];
  /** Runs another of the product's commands on the same database; answers what it prints. */
  ask(...words: string[]): string;
  /** SIGTERM, as a service manager does it. */
  stop(): Promise<void>;
  /** SIGKILL: the power went out. */
  kill(): Promise<void>;
}

interface Wishes {
  /** Without one it gets a SQLite file, which goes when it stops. */
  databaseUrl?: string;
  /** The folder of attachments, when several servers share one. */
  files?: string;
  /** Tickets of a demo desk, told before the doors open. */
  demo?: number;
  /** Where the shop answers that the demo desk operates. */
  shop?: string;
}

export async function startServer(options: Wishes = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), "gongdan-"));
  const databaseUrl = options.databaseUrl ?? `sqlite:${join(folder, "desk.db")}`;
  const listen = `127.0.0.1:${await freePort()}`;
  const outbox = join(folder, "outbox");
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    GONGDAN_LISTEN: listen,
    // Servers that share a database share a folder with it.
    GONGDAN_FILES_URL: `file:${options.files ?? join(folder, "files")}`,
    GONGDAN_OUTBOX: outbox,
  };
  const ask = (...words: string[]) => {
    const answer = spawnSync(PROGRAM, words, { cwd: HOME, env, encoding: "utf8" });
    if (answer.status !== 0) throw new Error(`gongdan ${words.join(" ")}: ${answer.stderr}`);
    return answer.stdout.trim();
  };
  const shop = options.shop ? ["--shop", options.shop] : [];
  if (options.demo !== undefined) ask("demo", "--tickets", String(options.demo), ...shop);
  const program = spawn(PROGRAM, ["serve"], { cwd: HOME, env, stdio: ["ignore", "ignore", "pipe"] });
  const said = collect(program);
  const url = `http://${listen}`;
  await ready(url, program, said);

  const end = async (signal: NodeJS.Signals) => {
    await ended(program, signal);
    rmSync(folder, { recursive: true, force: true });
  };
  const letters = () => read(outbox);
  return { url, databaseUrl, letters, ask, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

/** Files are named by process and count, and written one after another. */
function read(outbox: string): string[] {
  if (!existsSync(outbox)) return [];
  const files = readdirSync(outbox).map((name) => join(outbox, name));
  const age = (path: string) => statSync(path).mtimeMs;
  return files.sort((one, other) => age(one) - age(other)).map((path) => readFileSync(path, "utf8"));
}

async function ready(url: string, program: ChildProcess, said: () => string): Promise<void> {
  const begun = Date.now();
  while (Date.now() - begun < PATIENCE) {
    if (program.exitCode !== null) throw new Error(`the server ended at once: ${said()}`);
    if (await answers(`${url}/readyz`)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  program.kill("SIGKILL");
  throw new Error(`the server was not ready in time: ${said()}`);
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then((answer) => answer.ok, () => false);
}

async function ended(program: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const gone = new Promise((done) => program.once("exit", done));
  program.kill(signal);
  await gone;
}

/** The last of what it logged, to be shown when a story cannot even begin. */
function collect(program: ChildProcess): () => string {
  let text = "";
  program.stderr?.on("data", (chunk) => (text = (text + chunk).slice(-4000)));
  return () => text;
}
