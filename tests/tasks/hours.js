// Hours: a meeting is declared, and stands in the record.
import { deeds } from "./reading.js";

/** Fills in the form, and does not send it off. */
export async function fillIn(reader, title) {
  await reader.open("record/");
  await reader.sees("#declare");
  await reader.type("学了什么", title);
}

export async function hours(reader, title = "楼道会") {
  await fillIn(reader, title);
  await reader.type("多少学时", "2");
  await reader.press("#declare button", "记下来");
  await reader.sees("#entries tbody tr", title);
  await reader.open("record/");
  await reader.sees("#entries tbody tr", title);
  await reader.record("it is in the log", (record) => deeds(record, "declared").length === 1);
}
