package io.penstock.review.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How often somebody may try to log in within a quarter of an hour: a few times for one name from one address, some more from one address
 * and for one name. An attempt counts before its password is looked at, so that many at once are no way around.
 *
 * <p>That a stranger may shut a person out by trying that name from many addresses is taken into account: the limit of a name alone is
 * high. Counters stand in tables of a fixed size, at a place that a secret decides: nobody can make it forget, or grow, by trying many
 * names. Two that share a place share their attempts. Thread-safe.
 */
final class Attempts {

    private static final long SPAN_MILLIS = Duration.ofMinutes(15).toMillis();
    private static final int FOR_NAME_AND_ADDRESS = 5;
    private static final int FOR_ADDRESS = 30;
    private static final int FOR_NAME = 100;
    private static final int PLACES = 1 << 16;
    private static final int SECRET_BYTES = 32;
    private static final String HASH = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec secret;
    private final Table both = new Table(FOR_NAME_AND_ADDRESS);
    private final Table addresses = new Table(FOR_ADDRESS);
    private final Table names = new Table(FOR_NAME);

    Attempts(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(random);
        secret = new SecretKeySpec(random, HASH);
    }

    /** Counts of attempts, each since the first of a span. */
    private static final class Table {

        private final int most;
        private final int[] counts = new int[PLACES];
        private final long[] since = new long[PLACES];

        Table(int most) {
            this.most = most;
        }

        boolean isFull(int place, long now) {
            if (now >= since[place] + SPAN_MILLIS || now < since[place]) {
                counts[place] = 0;
            }
            return counts[place] >= most;
        }

        void count(int place, long now) {
            if (counts[place] == 0) {
                since[place] = now;
            }
            counts[place]++;
        }

        void takeBack(int place) {
            counts[place] = Math.max(0, counts[place] - 1);
        }
    }

    /** Counts an attempt; returns whether it may be made. */
    synchronized boolean begin(String name, String address) {
        long now = clock.millis();
        int[] places = places(name, address);
        if (both.isFull(places[0], now) || addresses.isFull(places[1], now) || names.isFull(places[2], now)) {
            return false;
        }
        both.count(places[0], now);
        addresses.count(places[1], now);
        names.count(places[2], now);
        return true;
    }

    /** Takes back what was counted: the password was right. */
    synchronized void succeeded(String name, String address) {
        int[] places = places(name, address);
        both.counts[places[0]] = 0;
        addresses.takeBack(places[1]);
        names.takeBack(places[2]);
    }

    private int[] places(String name, String address) {
        String known = name.toLowerCase(Locale.ROOT);
        String network = network(address);
        return new int[] {place(network + " " + known), place(network), place(known)};
    }

    private int place(String of) {
        try {
            Mac mac = Mac.getInstance(HASH);
            mac.init(secret);
            return ByteBuffer.wrap(mac.doFinal(of.getBytes(StandardCharsets.UTF_8))).getInt() & PLACES - 1;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HASH, e);
        }
    }

    /** Whoever has one IPv6 address has all of its network. */
    private static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 4 ? address : String.join(":", List.of(groups).subList(0, 4));
    }
}
