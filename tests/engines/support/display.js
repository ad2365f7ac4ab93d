// A screen that nobody sees, for windows that must be drawn somewhere.
import { spawn } from "node:child_process";

/** Starts one under a number that is free: {name, stop}. */
export async function startDisplay() {
  const server = spawn("/usr/bin/Xvfb", ["-displayfd", "3", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const gone = new Promise((done) => server.once("exit", done));
  const [number] = await Promise.race([
    new Promise((done) => server.stdio[3].setEncoding("utf8").once("data", (text) => done([text.trim()]))),
    gone.then(() => Promise.reject(new Error("Xvfb did not start"))),
  ]);
  const stop = () => {
    server.kill();
    return gone;
  };
  return { name: `:${number}`, stop };
}
