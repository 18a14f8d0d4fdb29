package io.penstock.app.stage;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the transactions that a killed process of a stage left open, as soon as its group has given it up.
 *
 * <p>Readers of committed records wait at the first open transaction. The broker ends one only when the slowest record that a stage may
 * work on could have been done, which takes minutes. Ending one that is still in use does no harm: whoever uses it is told, and reads its
 * records again.
 */
final class AbandonedTransactions implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AbandonedTransactions.class);

    private static final Duration PERIOD = Duration.ofSeconds(2);
    /** Transactions younger than this are nobody's trouble, and hardly ever is one as old: most looks end with an empty list. */
    private static final Duration OLD = Duration.ofSeconds(5);
    private static final String PROCESS = "-(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})-";

    private final Admin admin;
    private final Map<String, Pattern> applications;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "abandoned-transactions");
        thread.setDaemon(true);
        return thread;
    });
    private String trouble = "";

    private AbandonedTransactions(Admin admin, Collection<String> applicationIds) {
        this.admin = admin;
        applications = applicationIds.stream().collect(Collectors.toUnmodifiableMap(id -> id,
            id -> Pattern.compile(Pattern.quote(id) + PROCESS + ".*")));
    }

    /** Begins to look after applications, by their ids; closes {@code admin} in the end. */
    @SuppressWarnings("FutureReturnValueIgnored") // it never ends by itself, and look() throws nothing
    static AbandonedTransactions watch(Admin admin, Collection<String> applicationIds) {
        AbandonedTransactions watch = new AbandonedTransactions(admin, applicationIds);
        watch.clock.scheduleWithFixedDelay(watch::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    private void look() {
        try {
            Collection<TransactionListing> open = admin.listTransactions(new ListTransactionsOptions()
                .filterStates(Set.of(TransactionState.ONGOING)).filterOnDuration(OLD.toMillis())).all().get();
            for (Map.Entry<String, Pattern> application : applications.entrySet()) {
                Map<String, String> processes = processes(open, application.getValue());
                if (!processes.isEmpty()) {
                    end(application.getKey(), processes);
                }
            }
            trouble = "";
        } catch (ExecutionException | RuntimeException e) {
            // whatever it is, the next look may get on
            complain(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, String> processes(Collection<TransactionListing> open, Pattern application) {
        return open.stream().map(TransactionListing::transactionalId).filter(id -> process(application, id).isPresent())
            .collect(Collectors.toMap(id -> id, id -> process(application, id).orElseThrow(), (a, b) -> a));
    }

    private static Optional<String> process(Pattern application, String name) {
        Matcher matcher = application.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private void end(String application, Map<String, String> processes) throws InterruptedException, ExecutionException {
        Set<String> members = admin.describeConsumerGroups(List.of(application)).all().get().get(application).members().stream()
            .map(MemberDescription::clientId).map(id -> process(applications.get(application), id)).flatMap(Optional::stream)
            .collect(Collectors.toSet());
        List<String> abandoned = processes.keySet().stream().filter(id -> !members.contains(processes.get(id))).sorted().toList();
        if (!abandoned.isEmpty()) {
            admin.fenceProducers(abandoned).all().get();
            LOG.warn("{}: a process is gone and left transactions open; they were ended: {}", application, abandoned);
        }
    }

    /** Once for each kind: without the rights or with an old cluster, nobody ends them before their time. */
    private void complain(Exception e) {
        String words = String.valueOf(e.getCause() == null ? e : e.getCause());
        if (!words.equals(trouble)) {
            trouble = words;
            LOG.warn("transactions of killed processes are left to their timeout: {}", words);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        admin.close(Duration.ZERO);
    }
}
