// The sample shop, as a process of its own: a business system for the desk to operate.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Server } from "./server.ts";

const HOME = resolve(import.meta.dirname, "../..");
const PROGRAM = process.env.SAMPLE_SHOP ?? join(HOME, "target/debug/sample-shop");
const DECLARATION = join(HOME, "crates/desk/src/demo/shop.json");
const SECRET = "sample-shop";

export interface Shop {
  url: string;
  /** How the next requests of an operation go wrong: `{ how: "refuse", reason: "仓库无货" }`. */
  script(operation: string, failure: object, times?: number): Promise<void>;
  /** What it really did, in order, and how often each was asked for. */
  effects(): Promise<Effect[]>;
  /** Tells the desk of an event, signed; answers with what the desk said. */
  emit(event: { id: string; kind: string; data: object }): Promise<{ status: number; body: any }>;
  stop(): Promise<void>;
}

export interface Effect {
  key: string;
  operation: string;
  reference: string;
  request: Record<string, string>;
  asked: number;
}

/** Starts a shop and declares it at the desk; `change` is laid over the demo's declaration. */
export async function startShop(server: Server, change: object = {}): Promise<Shop> {
  const desk = `${server.url}/api/v1/inbound/shop`;
  const program = spawn(PROGRAM, ["--listen", "127.0.0.1:0", "--secret", SECRET, "--desk", desk], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await firstLine(program.stdout!);
  await declare(server, url, change);

  const post = (path: string, body: object) =>
    fetch(`${url}${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  return {
    url,
    script: async (operation, failure, times = 1) => {
      const said = await post("/script", { operation, failure, times });
      if (!said.ok) throw new Error(`the shop takes no script: ${said.status}`);
    },
    effects: async () => (await (await fetch(`${url}/ledger`)).json()).effects,
    emit: async (event) => (await post("/emit", event)).json(),
    stop: async () => {
      const gone = new Promise((done) => program.once("exit", done));
      program.kill("SIGKILL");
      await gone;
    },
  };
}

async function declare(server: Server, url: string, change: object): Promise<void> {
  const token = server.ask("token", "create", "--agent", "admin", "--scope", "all");
  const { key, ...shop } = JSON.parse(readFileSync(DECLARATION, "utf8"));
  const declaration = { ...shop, base_url: url, ...change };
  const said = await fetch(`${server.url}/api/v1/connectors/${key}`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ declaration, secret: SECRET }),
  });
  if (!said.ok) throw new Error(`the shop cannot be declared: ${await said.text()}`);
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stream })) return line;
  throw new Error("the shop ended at once");
}
