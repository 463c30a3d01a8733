package vn.congvu.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * HMAC-SHA256 over the canonical JSON of a document: every field but the hash itself, names sorted, no blanks. Whatever is
 * added, taken away or written differently makes another hash, and nobody makes one without the key.
 */
final class AuditSeal {
    static final String HASH = "hash";
    static final String KEY = "key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String signing;

    /** @param keys the first signs, all verify */
    AuditSeal(List<byte[]> keys) {
        for (var key : keys) {
            if (key.length != BYTES) {
                throw new IllegalArgumentException("an audit key has " + key.length + " bytes instead of " + BYTES);
            }
            this.keys.put(name(key), new SecretKeySpec(key, ALGORITHM));
        }
        signing = this.keys.keySet().iterator().next();
    }

    /** Adds the name of the key and the hash. */
    void seal(Map<String, Object> document) {
        document.put(KEY, signing);
        document.put(HASH, hash(document, signing));
    }

    boolean isIntact(Map<String, Object> document) {
        try {
            return document.get(KEY) instanceof String key
                    && keys.containsKey(key)
                    && document.get(HASH) instanceof String hash
                    && MessageDigest.isEqual(
                            hash.getBytes(UTF_8), hash(document, key).getBytes(UTF_8));
        } catch (JacksonException notEvenData) {
            return false;
        }
    }

    private String hash(Map<String, Object> document, String key) {
        var sealed = new TreeMap<>(document);
        sealed.remove(HASH);
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.get(key));
            return HexFormat.of().formatHex(mac.doFinal(json.writeValueAsBytes(sealed)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is not available", impossible);
        }
    }

    /** Tells keys apart without telling them. */
    private static String name(byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, 4);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("SHA-256 is not available", impossible);
        }
    }
}
