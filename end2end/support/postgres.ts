// A PostgreSQL cluster for stories in which several servers share one database.

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "./port.ts";

const DEBIAN = "/usr/lib/postgresql";

export interface Postgres {
  url: string;
  stop(): Promise<void>;
}

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "gongdan-postgres-"));
  giveToPostgres(folder);
  const data = join(folder, "data");
  execute("initdb", ["--pgdata", data, "--username", "gongdan", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"]);
  const port = await freePort();
  const settings = ["fsync=off", `unix_socket_directories=${folder}`].flatMap((it) => ["-c", it]);
  const [program, args] = as("postgres", ["-D", data, "-h", "127.0.0.1", "-p", String(port), ...settings]);
  const cluster = spawn(program, args, { stdio: "ignore" });
  await ready(port);
  return {
    url: `postgres://gongdan@127.0.0.1:${port}/postgres`,
    stop: async () => {
      execute("pg_ctl", ["stop", "-D", data, "-m", "immediate"]);
      await gone(cluster);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL refuses to run as root, so root runs it as the user Debian made for it. */
function as(program: string, args: string[]): [string, string[]] {
  const path = join(folderOfPrograms(), program);
  return isRoot() ? ["runuser", ["-u", "postgres", "--", path, ...args]] : [path, args];
}

function execute(program: string, args: string[]): void {
  const [first, rest] = as(program, args);
  execFileSync(first, rest, { stdio: "ignore", cwd: tmpdir() });
}

function folderOfPrograms(): string {
  const versions = readdirSync(DEBIAN).map(Number).filter(Number.isInteger);
  return join(DEBIAN, String(Math.max(...versions)), "bin");
}

function giveToPostgres(folder: string): void {
  if (!isRoot()) return;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  chownSync(folder, id("-u"), id("-g"));
}

function isRoot(): boolean {
  return userInfo().uid === 0;
}

async function ready(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    try {
      execute("pg_isready", ["-h", "127.0.0.1", "-p", String(port), "-U", "gongdan"]);
      return;
    } catch {
      await new Promise((done) => setTimeout(done, 50));
    }
  }
  throw new Error("PostgreSQL was not ready in time");
}

async function gone(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  await new Promise((done) => program.once("exit", done));
}
