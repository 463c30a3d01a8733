package vn.congvu.contracts;

/**
 * Words that a person wrote, readable only by the services that hold the sealing key: neither the broker nor a
 * copy of its queues shows them.
 *
 * @param jwe compact JWE (RFC 7516), {@code dir} with {@code A256GCM}
 */
public record SealedText(String jwe) {}
