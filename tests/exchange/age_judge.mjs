// Asks the independent age program: encrypt RECIPIENT | decrypt IDENTITY, from standard input to standard output.
import { pathToFileURL } from "node:url";
import { buffer } from "node:stream/consumers";

const [entry, verb, key] = process.argv.slice(2);
const age = await import(pathToFileURL(entry).href);
const input = new Uint8Array(await buffer(process.stdin));
if (verb === "encrypt") {
  const encrypter = new age.Encrypter();
  encrypter.addRecipient(key);
  process.stdout.write(await encrypter.encrypt(input));
} else if (verb === "decrypt") {
  const decrypter = new age.Decrypter();
  decrypter.addIdentity(key);
  process.stdout.write(await decrypter.decrypt(input));
} else {
  process.stdout.write(await age.identityToRecipient(key));
}
