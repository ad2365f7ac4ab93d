// Ways in which a host answers wrongly, as they happen: each takes the right answer and gives the wrong one.
import { send } from "./host.js";

const HTML = { "content-type": "text/html; charset=utf-8" };
const html = (words) => Buffer.from(`<!doctype html><title>${words}</title><p>${words}</p></html>`);
const page = (words) => ({ status: 200, headers: HTML, body: html(words) });

export const WRONG = {
  "with an error": (answer) => ({ ...answer, status: 500 }),
  "with another address": () => ({ status: 302, headers: { location: "/elsewhere" }, body: Buffer.alloc(0) }),
  "with the page of a hotel's network": () => page("Log in"),
  "with half of it": (answer) => ({ ...answer, body: answer.body.subarray(0, answer.body.length / 2) }),
  "with another text": (answer) => ({ ...answer, body: Buffer.from("another text") }),
  "with nothing": (answer) => ({ ...answer, body: Buffer.alloc(0) }),
};

/** From now on the host answers wrongly for these addresses; if `toWorker`, only when it is the service worker who asks. */
export function answerWrongly(host, addresses, wrong, { toWorker = false } = {}) {
  const isMeant = ({ headers }) => !toWorker || headers.referer?.endsWith("/sw.js");
  host.faults.elsewhere = (request, response) => send(response, page("elsewhere"));
  for (const address of addresses) {
    host.faults[address] = (request, response, answer) => send(response, isMeant(request) ? wrong(answer) : answer);
  }
}
