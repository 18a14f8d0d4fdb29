package io.penstock.app.command.model;

import io.penstock.app.command.option.CommandFailure;
import io.penstock.app.command.option.DocumentOptions;
import io.penstock.app.command.option.ReportPlace;
import io.penstock.app.command.option.TruthOptions;
import io.penstock.app.config.Settings;
import io.penstock.app.evaluate.ScoredField;
import io.penstock.app.risk.Calibration;
import io.penstock.app.risk.CalibrationPlan;
import io.penstock.app.risk.ContractPage;
import io.penstock.app.risk.Refusal;
import io.penstock.app.risk.Trial;
import io.penstock.schema.RecognizedNumber;
import io.penstock.sink.risk.RiskContract;
import io.penstock.sink.risk.RiskContractFile;
import io.penstock.sink.risk.RiskThreshold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code calibrate}: labelled scans become a risk contract. */
@Command(name = "calibrate", header = "Make confidence that can be believed, and thresholds that keep a risk.",
    description = "Reads the scans that are named in files of truth by the classes of all stages, fits confidence for each kind and form "
        + "on some of the documents, and finds on the others the levels at which at most the stated share of accepted numbers is wrong. "
        + "Writes a risk contract for sink.risk.contract. Refuses what the labelled fields cannot show, and says how many would.",
    subcommands = CalibrateDigitsCommand.class,
    footerHeading = "%nExample:%n",
    footer = {"  ./penstock calibrate --truth labelled/truth.csv --risk amount=0.01 --risk date=0.005 --out contract.json",
        "  ./penstock read --set sink.risk.contract=contract.json scans",
        "  ./penstock calibrate digits --models my-models --member 0123456789ab",
        "Exit code: 0 the contract was written, 1 it was refused (RISK_NOT_SUPPORTED, NO_LABELLED_FIELDS), 2 bad arguments."})
public final class CalibrateCommand implements Callable<Integer> {

    private static final String ALL = "all";
    private static final double RISK = 0.01;

    @Mixin
    private TruthOptions truth;

    @Option(names = "--risk", paramLabel = "KIND=RATE", description = "At most this share of the accepted numbers of a kind may be wrong; "
        + "may be repeated; the kind 'all' means every kind that the truth holds. Default: all=0.01.")
    private Map<String, Double> risks = new LinkedHashMap<>();

    @Option(names = "--delta", paramLabel = "P", defaultValue = "0.05",
        description = "Probability with which a promise may fail to hold; default: ${DEFAULT-VALUE}.")
    private double delta;

    @Option(names = "--unit", paramLabel = "UNIT", defaultValue = "DOCUMENT", description = "What counts as an independent trial: "
        + "${COMPLETION-CANDIDATES}. DOCUMENT: one field of each document, because fields of one hand and one scan go wrong together. "
        + "Default: ${DEFAULT-VALUE}.")
    private RiskContract.Unit unit;

    @Option(names = "--fit-share", paramLabel = "P", defaultValue = "0.3",
        description = "Share of the documents on which confidence is fitted; default: ${DEFAULT-VALUE}.")
    private double fitShare;

    @Option(names = "--out", paramLabel = "FILE", defaultValue = "risk-contract.json", description = "Where the contract is written; "
        + "default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(names = "--report", paramLabel = "FILE|DIR", description = "Write a page with the promises and their curves, too.")
    private Path report;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        Settings settings = truth.settings(Map.of("sink.risk.contract", "", "sink.quality.share", "0"));
        List<ScoredField> fields = truth.read(settings);
        String model = model(fields);
        List<Trial> trials = Trial.of(fields);
        Calibration calibration = Calibration.of(new CalibrationPlan(risks(trials), delta, unit, fitShare), trials);
        RiskContract contract = calibration.contract(model, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
        if (report != null) {
            System.err.println("penstock: written to "
                + new ReportPlace(report, "risk-contract").write(new ContractPage(calibration, contract).page(), contract));
        }
        if (!calibration.refusals().isEmpty()) {
            throw CommandFailure.failed(calibration.refusals().stream().map(CalibrateCommand::line).collect(Collectors.joining("\n")));
        }
        if (out.toAbsolutePath().getParent() != null) {
            Files.createDirectories(out.toAbsolutePath().getParent());
        }
        Files.writeString(out, new RiskContractFile().json(contract) + "\n");
        System.out.println(text(contract));
        System.err.println("penstock: written to " + out);
        return 0;
    }

    private void check() {
        if (!(delta > 0 && delta < 1) || !(fitShare > 0 && fitShare < 1)) {
            throw CommandFailure.badArguments("--delta and --fit-share must lie between 0 and 1");
        }
        risks.forEach((kind, rate) -> {
            if (!kind.equals(ALL) && !DocumentOptions.kinds().contains(kind)) {
                throw CommandFailure.badArguments("there is no kind " + kind + ": all, " + String.join(", ", DocumentOptions.kinds()));
            }
            if (!(rate > 0 && rate < 1)) {
                throw CommandFailure.badArguments("the risk of " + kind + " must lie between 0 and 1, such as 0.01, not " + rate);
            }
        });
    }

    private Map<String, Double> risks(List<Trial> trials) {
        Map<String, Double> asked = new TreeMap<>(risks);
        Double ofAll = risks.isEmpty() ? Double.valueOf(RISK) : asked.remove(ALL);
        if (ofAll != null) {
            trials.forEach(trial -> asked.putIfAbsent(trial.kind(), ofAll));
        }
        return asked;
    }

    private static String model(List<ScoredField> fields) {
        List<String> models = fields.stream().flatMap(field -> field.number().stream()).map(RecognizedNumber::getModel).distinct()
            .toList();
        if (models.size() != 1) {
            throw CommandFailure.failed(models.isEmpty() ? "no number came out of the scans"
                : "the scans were read by several ensembles " + models + "; calibrate again while none is published");
        }
        return models.get(0);
    }

    private static String line(Refusal refusal) {
        return refusal.code() + ": " + refusal.message();
    }

    private static String text(RiskContract contract) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%s, measured with %s, delta %s%n%n", contract.version(),
            contract.model(), contract.delta()));
        text.append(String.format(Locale.ROOT, "%-10s %-20s %8s %8s %10s %10s %9s %6s %9s%n", "KIND", "FORM", "RISK", "BOUND", "CONFIDENCE",
            "READ RATE", "ACCEPTED", "WRONG", "TRIALS"));
        String line = "%-10s %-20s %7.3f%% %7.3f%% %10.6f %9.1f%% %9d %6d %9d%n";
        for (RiskThreshold one : contract.thresholds()) {
            text.append(String.format(Locale.ROOT, line, one.kind(), one.form() == null ? ALL : one.form(), 100 * one.risk(),
                100 * one.bound(), one.confidence(), 100 * one.readRate(), one.accepted(), one.wrong(), one.trials()));
        }
        return text.toString().stripTrailing();
    }
}
