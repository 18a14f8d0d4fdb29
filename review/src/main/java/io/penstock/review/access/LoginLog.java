package io.penstock.review.access;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line for each log-in, taken or refused, and each log-out: who, from where. Nothing in it can be made to look like another line. */
final class LoginLog {

    private static final Logger LOG = LoggerFactory.getLogger(LoginLog.class);
    private static final int LONGEST = 64;

    /** What happened. */
    enum Event { GRANTED, REFUSED, TOO_MANY_ATTEMPTS, LOGGED_OUT }

    void write(Event event, String name, String address) {
        LOG.info("log-in {} user={} address={}", event.name().toLowerCase(Locale.ROOT), plain(name), plain(address));
    }

    private static String plain(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST)).replaceAll("[^A-Za-z0-9._@:\\[\\]-]", "?");
    }
}
