package io.penstock.app.command.cluster;

import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.drill.Rehearsal;
import io.penstock.app.drill.RehearsalRun;
import io.penstock.app.drill.RehearsalRun.Report;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code drill}: documents that hang, crash and take all memory, sent to running stages. */
@Command(name = "drill", header = "Rehearse what bad documents do to running stages, and that the next good one is read.",
    description = {"Sends documents that make a stage hang, crash, take all memory and so on, each with a good one behind it, and says "
        + "what became of both. The stages must run with isolation.drills=true; never where strangers send documents.",
        "Questions to people about these documents are answered by the drill itself, so that nothing is left open."},
    footerHeading = "%nExample:%n", footer = {"  ./penstock up --set isolation.drills=true", "  ./penstock drill",
        "  ./penstock drill ingest-crash segment-hang"})
public final class DrillCommand implements Callable<Integer> {

    private static final String ROW = "%-24s %-16s %-10s %s%n";

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "What is rehearsed, as --list shows it; default: all.")
    private List<String> names;

    @Option(names = "--list", description = "Print what can be rehearsed, and stop.")
    private boolean list;

    @Option(names = "--patience", paramLabel = "SECONDS", defaultValue = "120",
        description = "How long each document may take; default: ${DEFAULT-VALUE}.")
    private int patience;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws InterruptedException {
        List<Rehearsal> chosen = chosen();
        if (list) {
            chosen.forEach(rehearsal -> System.out.println(rehearsal.name()));
            return 0;
        }
        System.out.printf(Locale.ROOT, ROW, "drill", "dead letter", "ended", "next good document");
        int wrong = 0;
        try (RehearsalRun run = new RehearsalRun(cluster.clients(), cluster.settings().pipeline().topics(), Duration.ofSeconds(patience))) {
            for (Rehearsal rehearsal : chosen) {
                Report report = run.rehearse(rehearsal);
                print(rehearsal, report);
                wrong += report.isAsExpected(rehearsal) ? 0 : 1;
            }
        }
        if (wrong > 0) {
            System.err.println("penstock: " + wrong + " of " + chosen.size() + " did not go as they must"
                + "; where no drill has its dead letter, the stages run without isolation.drills=true");
        }
        return wrong > 0 ? CommandFailure.FAILED : 0;
    }

    private static void print(Rehearsal rehearsal, Report report) {
        String next = report.next().map(time -> String.format(Locale.ROOT, "after %.1f s", time.toMillis() / 1000.0)).orElse("not read");
        String expected = report.isAsExpected(rehearsal) ? "" : "  <- expected " + rehearsal.code().orElse("no dead letter");
        System.out.printf(Locale.ROOT, ROW, rehearsal.name(), report.code().orElse("-"),
            report.status().map(Enum::name).orElse("not"), next + expected);
    }

    private List<Rehearsal> chosen() {
        List<Rehearsal> all = Rehearsal.all();
        if (names == null) {
            return all;
        }
        List<String> known = all.stream().map(Rehearsal::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw CommandFailure.badArguments("there is no drill " + name + ": " + String.join(", ", known));
        });
        return all.stream().filter(rehearsal -> names.contains(rehearsal.name())).toList();
    }
}
