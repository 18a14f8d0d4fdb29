package io.penstock.review.peer;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a question from one process of the review stage to another: HMAC-SHA256 under a secret that both are configured with, of
 * the time and the whole question.
 *
 * <p>The secret itself never travels. A question that somebody overhears is worth nothing half a minute later, and before that only gives
 * its own answer again: questions change nothing. What answers say is not hidden; where the network between the processes is not trusted,
 * it is encrypted around them.
 */
public final class PeerSignature {

    /** Name of the header that holds it. */
    public static final String HEADER = "X-Penstock-Peer";

    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration VALID = Duration.ofSeconds(30);

    private final SecretKeySpec key;

    /** Takes the secret, not empty. */
    public PeerSignature(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Returns the header of a question. */
    String sign(String question, Instant now) {
        String time = Long.toString(now.toEpochMilli());
        return time + ":" + HexFormat.of().formatHex(mac(time, question));
    }

    /** Returns whether a header is that of a question that was just signed with the same secret. */
    public boolean isSigned(String question, String header, Instant now) {
        String[] parts = header == null ? new String[0] : header.split(":");
        if (parts.length != 2 || !parts[0].matches("\\d{1,15}") || !parts[1].matches("[0-9a-f]{64}")) {
            return false;
        }
        Duration apart = Duration.between(Instant.ofEpochMilli(Long.parseLong(parts[0])), now).abs();
        return apart.compareTo(VALID) <= 0 && MessageDigest.isEqual(mac(parts[0], question), HexFormat.of().parseHex(parts[1]));
    }

    private byte[] mac(String time, String question) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal((time + "\n" + question).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
