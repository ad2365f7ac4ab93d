// The essay desk as a pupil meets it.
import { expect } from "@playwright/test";

/** The desk of the sample's essay contest. */
export const DESK = "contests/zhengwen-2027/write/";

export class Essay {
  constructor(portal) {
    Object.assign(this, { portal, page: portal.page });
    this.title = this.page.getByRole("textbox", { name: "题目", exact: true });
    this.text = this.page.getByRole("textbox", { name: "正文", exact: true });
    this.keeping = this.page.locator(".keeping");
    this.length = this.page.locator(".length");
    this.checklist = this.page.locator(".checklist");
    this.versions = this.page.locator(".versions");
    this.paper = this.page.locator(".manuscript");
  }

  /** Opens the desk, and waits until the text can be written. */
  async open() {
    await this.portal.open(DESK);
    await expect(this.text).toBeVisible();
  }

  /** Loads the page again. */
  async reload() {
    await this.page.reload();
    await this.portal.appRuns();
    await expect(this.text).toBeVisible();
  }

  /** Waits until the last words are on the disk. */
  async isSaved() {
    await expect(this.keeping).toContainText("已保存");
  }

  /** Writes, and waits until that is saved. */
  async write(text) {
    await this.text.fill(text);
    await this.isSaved();
  }

  /** The draft as it is on the disk. */
  async draft() {
    const all = ({ slips }) => slips.filter((slip) => slip.includes('"contest":"zhengwen-2027"') && slip.includes('"text":'));
    return JSON.parse(all(await this.portal.record((record) => all(record).length === 1))[0]);
  }

  /** Keeps a version, and waits until that is told. */
  async cut() {
    await this.versions.getByRole("button", { name: "留一版" }).click();
    await expect(this.page.locator(".told")).toContainText("这一版留好了");
    await this.page.locator(".told").getByRole("button").click();
  }

  /** The versions, the newest first. */
  async openVersions() {
    await this.versions.locator("summary").click();
    return this.versions.locator(".entries > li");
  }

  /** Opens the manuscript paper; gives its pages. */
  async openPaper() {
    await this.paper.getByText("打开稿纸").click();
    return this.paper.locator(".grid-paper");
  }
}

/** An input method: composes letters, then puts words in their place. */
export async function inputMethod(page) {
  const session = await page.context().newCDPSession(page);
  return {
    compose: (text) => session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length }),
    commit: (text) => session.send("Input.insertText", { text }),
  };
}
