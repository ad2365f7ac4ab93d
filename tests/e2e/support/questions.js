// Answering, as tests need it again and again.
import { join } from "node:path";
import { expect } from "@playwright/test";
import { edit, publish } from "./sites.js";

/** Every answer in the log, once there are as many as that. */
export async function studied(portal, count) {
  const attempts = ({ events }) => events.map((line) => JSON.parse(line).event.deed.study?.answered).filter(Boolean);
  const record = await portal.record((record) => attempts(record).length >= count);
  return attempts(record);
}

/** Goes on to a question without answering those before it. */
export async function goTo(page, number) {
  const heading = page.locator(".question h2");
  for (;;) {
    await expect(heading).toBeVisible();
    const words = await heading.textContent();
    if (words.startsWith(`第 ${number} 题`)) return;
    await page.locator(".next").click();
    await expect(heading).not.toHaveText(words);
  }
}

/** Publishes the sample with another text of the bank shequ-zizhi-1; gives the folder of the site. */
export const changeBank = (name, change) =>
  publish(name, { edit: (folder) => edit(join(folder, "questions/shequ-zizhi-1.gift"), change) });
