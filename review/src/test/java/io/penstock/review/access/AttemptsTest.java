package io.penstock.review.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ten thousand attempts to log in, from wherever they come. */
class AttemptsTest {

    private static final int MANY = 10_000;

    private final MovableClock clock = new MovableClock();
    private final Attempts attempts = new Attempts(clock);

    @Test
    void fromOneAddressAFewNamesAreTried() {
        assertThat(IntStream.range(0, MANY).filter(i -> attempts.begin("user" + i, "10.0.0.1"))).hasSize(30);
        assertThat(attempts.begin("anna", "10.0.0.2")).as("somebody else").isTrue();
    }

    @Test
    void forOneNameAFewPasswordsAreTriedFromOneAddressAndNoneIsLookedAtBeforeItCounts() {
        assertThat(IntStream.range(0, MANY).parallel().filter(i -> attempts.begin(i % 2 == 0 ? "anna" : "ANNA", "10.0.0.1"))).hasSize(5);
        assertThat(attempts.begin("anna", "10.0.0.2")).as("Anna at her own desk").isTrue();
    }

    @Test
    void forOneNameFromManyAddressesAHundredAreTriedEvenWhereAllMemoryIsFilled() {
        assertThat(IntStream.range(0, MANY).filter(i -> attempts.begin("anna", "10.1." + i / 256 + "." + i % 256))).hasSize(100);
        IntStream.range(0, 3 * MANY).forEach(i -> attempts.begin("x" + i, "10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256));
        assertThat(attempts.begin("anna", "10.200.0.1")).isFalse();
    }

    @Test
    void whoeverHasAnIpv6NetworkHasOneAddress() {
        assertThat(IntStream.range(0, MANY).filter(i -> attempts.begin("anna", "2001:db8:1:2:0:0:0:" + Integer.toHexString(i)))).hasSize(5);
    }

    @Test
    void aQuarterOfAnHourLaterOrOnceThePasswordWasRightItMayBeTriedAgain() {
        IntStream.range(0, 5).forEach(i -> attempts.begin("anna", "10.0.0.1"));
        assertThat(attempts.begin("anna", "10.0.0.1")).isFalse();
        clock.forward(Duration.ofMinutes(15));
        assertThat(attempts.begin("anna", "10.0.0.1")).isTrue();
        attempts.succeeded("anna", "10.0.0.1");
        assertThat(IntStream.range(0, 10).filter(i -> attempts.begin("anna", "10.0.0.1"))).hasSize(5);
    }

    @Test
    void whoAlwaysLogsInRightIsNeverShutOut() {
        for (int i = 0; i < 1000; i++) {
            assertThat(attempts.begin("anna", "10.0.0.1")).isTrue();
            attempts.succeeded("anna", "10.0.0.1");
        }
    }
}
