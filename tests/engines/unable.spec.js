// What an engine cannot do is told to its user, and everything beside it works.
import { DESK, SPEECH } from "../tasks/places.js";
import { test } from "./support/test.js";

test("where nothing can be recorded that is said, and the speech is written and practised without it", async ({ reader }) => {
  await reader.open(SPEECH);
  await reader.press("#record");
  await reader.sees("[role=alert], [role=status], .speech", "不录音也可以写稿、用提词器练");
  await reader.type("演讲稿", "没有麦克风也能练。");
  await reader.sees("body", "已保存在这台设备上");
  await reader.press("button", "只练，不录");
  await reader.sees("[role=timer]", "0:01");
});

test("where no file can be shared no such button is shown, and the file can be saved", async ({ reader }) => {
  await reader.open(DESK);
  await reader.seesNo("button", "分享到别的应用");
});
