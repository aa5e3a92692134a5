// The sample shop, as a process of its own: a business system for a demo desk to operate.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { join, resolve } from "node:path";

const HOME = resolve(import.meta.dirname, "../..");
const PROGRAM = process.env.SAMPLE_SHOP ?? join(HOME, "target/debug/sample-shop");

export interface SampleShop {
  url: string;
  /** What it really did, in order, and how often each was asked for. */
  effects(): Promise<Effect[]>;
  stop(): Promise<void>;
}

export interface Effect {
  operation: string;
  reference: string;
  asked: number;
}

export async function startSampleShop(): Promise<SampleShop> {
  const words = ["--listen", "127.0.0.1:0", "--secret", "sample-shop"];
  const program = spawn(PROGRAM, words, { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: program.stdout! });
  const url: string = await new Promise((said) => lines.once("line", said));
  return {
    url,
    effects: async () => (await (await fetch(`${url}/ledger`)).json()).effects,
    stop: async () => {
      const gone = new Promise((done) => program.once("exit", done));
      program.kill("SIGTERM");
      await gone;
    },
  };
}
