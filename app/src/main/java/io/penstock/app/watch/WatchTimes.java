package io.penstock.app.watch;

import java.time.Duration;

/**
 * How long a watched folder waits.
 *
 * @param settle   a file must not have changed for so long
 * @param patience one that can't be parsed to its end is submitted all the same when it has not changed for so long
 * @param filed    a file that was submitted is looked after for so long: what is written to it then is submitted anew
 */
public record WatchTimes(Duration settle, Duration patience, Duration filed) {
}
