// Two server processes on one Postgres: the customer on one, the agent on the other.

import { fileByProgram, said, send, signIn } from "../../support/desk.ts";
import { COMPLAINT, fileTicket, numberOf } from "../../support/portal.ts";
import { expect, takenOver, test } from "../../support/story.ts";
import { startTwoServers, type TwoServers } from "../../support/two-servers.ts";

let servers: TwoServers;

test.beforeAll(async () => {
  servers = await startTwoServers(20);
});

test.afterAll(() => servers.stop());

test("news crosses from one process to the other within a second", async ({ page, person }) => {
  const agent = await person();
  await signIn(agent, servers.other);
  await agent.goto(`${servers.other.url}/desk?shelf=queue`);
  await takenOver(agent);

  await fileTicket(page, COMPLAINT, `另一台服务器 ${Date.now()}`, servers.one.url);
  const number = await numberOf(page);
  const row = agent.locator(".row").filter({ hasText: number });
  await expect(row).toBeVisible({ timeout: 5_000 });
  await row.getByRole("link").click();
  await agent.getByRole("button", { name: /^领取/ }).click();
  await send(agent, "另一台服务器上的回复。");

  await expect(said(page, "另一台服务器上的回复。")).toBeVisible({ timeout: 10_000 });
});

test("losing one process loses nothing", async ({ page, complaints }) => {
  complaints.expect(/ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  await signIn(page, servers.one);
  const { number } = await fileByProgram(servers.one, "这台服务器就要断电了");
  await servers.one.kill();

  // The session is kept where the tickets are: nobody signs in again.
  await page.goto(`${servers.other.url}/desk/t/${number}`);
  await takenOver(page);

  await expect(page.getByText("这台服务器就要断电了").first()).toBeVisible();
});
