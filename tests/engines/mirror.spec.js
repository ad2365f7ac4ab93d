// What the database loses is told, and taken back from the mirror.
import { END, damageDatabase, isTold, makeAndMirror, takeBack } from "../tasks/mirror.js";
import { test } from "./support/test.js";

/** What a damage cuts off the texts, by what is said of the database; nothing where it is emptied. */
const DAMAGES = { "was emptied": "", "has half of an essay": END };

for (const [how, words] of Object.entries(DAMAGES)) {
  test(`a database that ${how} is told, and the essay is whole again from the mirror`, async ({ reader }) => {
    await makeAndMirror(reader);
    await damageDatabase(reader, words);
    await isTold(reader);
    await takeBack(reader);
  });
}
