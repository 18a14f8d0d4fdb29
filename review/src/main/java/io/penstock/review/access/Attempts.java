package io.penstock.review.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How often somebody may try to log in within a quarter of an hour: a few times for one name from one address, some more from one address
 * and for one name. An attempt counts before its password is looked at, so that many at once are no way around.
 *
 * <p>That a stranger may shut a person out by trying that name from many addresses is taken into account: the limit of a name alone is high.
 * Thread-safe; its memory is bounded.
 */
final class Attempts {

    private static final Duration SPAN = Duration.ofMinutes(15);
    private static final int FOR_NAME_AND_ADDRESS = 5;
    private static final int FOR_ADDRESS = 30;
    private static final int FOR_NAME = 100;
    private static final int MOST_KEPT = 20_000;
    private static final int LONGEST_NAME = 64;

    private final Clock clock;
    private final Map<String, Deque<Instant>> kept = new LinkedHashMap<>();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt; returns whether it may be made. */
    synchronized boolean begin(String name, String address) {
        Instant now = clock.instant();
        if (isFull(keys(name, address).get(0), FOR_NAME_AND_ADDRESS, now) || isFull(keys(name, address).get(1), FOR_ADDRESS, now)
            || isFull(keys(name, address).get(2), FOR_NAME, now)) {
            return false;
        }
        keys(name, address).forEach(key -> {
            Deque<Instant> times = kept.computeIfAbsent(key, fresh -> new ArrayDeque<>());
            times.addLast(now);
        });
        bound();
        return true;
    }

    /** Takes back what was counted: the password was right. */
    synchronized void succeeded(String name, String address) {
        kept.remove(keys(name, address).get(0));
        keys(name, address).forEach(key -> {
            Deque<Instant> times = kept.get(key);
            if (times != null) {
                times.pollLast();
            }
        });
    }

    private boolean isFull(String key, int most, Instant now) {
        Deque<Instant> times = kept.get(key);
        if (times == null) {
            return false;
        }
        while (!times.isEmpty() && !times.peekFirst().isAfter(now.minus(SPAN))) {
            times.pollFirst();
        }
        return times.size() >= most;
    }

    /** Those of a name go last: else whoever has many addresses could make it forget. */
    private void bound() {
        if (kept.size() > MOST_KEPT) {
            kept.values().removeIf(times -> times.isEmpty() || !times.peekLast().isAfter(clock.instant().minus(SPAN)));
        }
        if (kept.size() > MOST_KEPT) {
            kept.keySet().removeIf(key -> kept.size() > MOST_KEPT && !key.startsWith("name "));
        }
        if (kept.size() > MOST_KEPT) {
            kept.keySet().removeIf(key -> kept.size() > MOST_KEPT);
        }
    }

    private static List<String> keys(String name, String address) {
        String known = name.substring(0, Math.min(name.length(), LONGEST_NAME)).toLowerCase(Locale.ROOT);
        String network = network(address);
        return List.of("both " + network + " " + known, "address " + network, "name " + known);
    }

    /** Whoever has one IPv6 address has all of its network. */
    private static String network(String address) {
        String[] groups = address.split(":", -1);
        return groups.length < 4 ? address : String.join(":", List.of(groups).subList(0, 4));
    }
}
