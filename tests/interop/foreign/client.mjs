// What every client here does: it opens a connection for each code, and prints what its application
// is told. The other end sends a Close frame with the code that the path names.
//
// Arguments: the port, and how many connections are open at a time.
import process from "node:process";

const [port, workers] = process.argv.slice(2).map(Number);

/**
 * Prints the version, then a line a code: the code and what the application was told.
 * `open(address)` returns a promise of what the application is told.
 */
export async function run(version, open) {
  console.log(`version ${version}`);
  let next = 0;
  const worker = async () => {
    while (next <= 65535) {
      const code = next++;
      console.log(`${code} ${await open(`ws://127.0.0.1:${port}/${code}`)}`);
    }
  };
  await Promise.all(Array.from({ length: workers }, worker));
  process.exit(0);
}
