// Server-sent events of a reply, as they come.

/** Yields `{name, data}`; ends with the reply, whole or not. */
export async function* events(reply) {
  const reader = reply.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const whole = (rest + value).split("\n\n");
    rest = whole.pop();
    for (const text of whole) {
      const event = parsed(text);
      if (event) yield event;
    }
  }
}

/** An event; nothing where it is a comment that keeps the connection open. */
function parsed(text) {
  const lines = text.split("\n");
  const data = lines.filter((line) => line.startsWith("data: ")).map((line) => line.slice(6));
  if (!data.length) return null;
  const named = lines.find((line) => line.startsWith("event: "));
  return { name: named?.slice(7), data: JSON.parse(data.join("\n")) };
}
