// Passkeys: answers the challenge that stands in the form and sends the form.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const named = list => (list ?? []).map(known => ({ ...known, id: bytes(known.id) }));

const deeds = {
  async new(options) {
    const made = await navigator.credentials.create({ publicKey: {
      ...options, challenge: bytes(options.challenge), user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: named(options.excludeCredentials) } });
    return { ...about(made), response: {
      clientDataJSON: text(made.response.clientDataJSON), attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports?.() ?? [] } };
  },
  async use(options) {
    const used = await navigator.credentials.get({ publicKey: {
      ...options, challenge: bytes(options.challenge), allowCredentials: named(options.allowCredentials) } });
    return { ...about(used), response: {
      clientDataJSON: text(used.response.clientDataJSON), authenticatorData: text(used.response.authenticatorData),
      signature: text(used.response.signature),
      userHandle: used.response.userHandle ? text(used.response.userHandle) : undefined } };
  },
};
const about = made => ({ id: made.id, rawId: text(made.rawId), type: made.type,
  clientExtensionResults: {}, authenticatorAttachment: made.authenticatorAttachment ?? undefined });

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.addEventListener('submit', async event => {
    if (form.elements.answer.value) return;
    event.preventDefault();
    try {
      form.elements.answer.value = JSON.stringify(await deeds[form.dataset.passkey](JSON.parse(form.dataset.options)));
    } catch (refused) {
      console.info(`passkey: ${refused.name}`);
      form.elements.answer.value = 'none'; // the page says what happened
    }
    form.submit();
  });
}
