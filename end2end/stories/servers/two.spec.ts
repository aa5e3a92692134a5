import { expect, test } from "@playwright/test";
import { startTwoServers } from "../../support/two-servers.ts";

test("two servers open one database at the same time", async () => {
  const { one, other, stop } = await startTwoServers();

  const answers = await Promise.all([one, other].map(({ url }) => fetch(`${url}/readyz`)));

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  await stop();
});
