package io.penstock.app.command.read;

import io.penstock.app.client.Resubmission;
import io.penstock.app.command.option.ClusterOptions;
import io.penstock.app.command.option.CommandFailure;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Submission;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resubmit}: documents under review are read again. */
@Command(name = "resubmit", header = "Read documents again that wait for people: after a form, a model or a limit was mended.",
    description = {"Submits documents with open reviews again and prints the id of each. Their reviews are closed, and asked anew where "
        + "they are still doubtful.", "Documents whose bytes have left the topic are named; the exit code is 1 then."},
    footerHeading = "%nExample:%n", footer = {"  ./penstock forms apply new-form.yaml", "  ./penstock resubmit --reason NO_FORM_MATCHES",
        "  ./penstock resubmit scan-17.pdf"})
public final class ResubmitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DOCUMENT", arity = "0..*", description = "Document ids.")
    private List<String> documents;

    @Option(names = "--reason", paramLabel = "CODE", description = "Every document with an open review for this reason.")
    private String reason;

    @Mixin
    private ClusterOptions cluster;

    @Override
    public Integer call() throws InterruptedException {
        if (documents == null && reason == null) {
            throw CommandFailure.badArguments("say which: document ids or --reason CODE, such as NO_FORM_MATCHES");
        }
        Resubmission resubmission = new Resubmission(cluster.clients(), cluster.settings().pipeline().topics());
        Map<String, Submission> waiting = resubmission.waiting(this::isChosen);
        if (waiting.isEmpty()) {
            throw CommandFailure.failed("no such document waits for a person: './penstock consume reviews --to-end' shows them");
        }
        int gone = 0;
        for (Map.Entry<String, Submission> each : waiting.entrySet()) {
            if (resubmission.submit(each.getKey(), each.getValue())) {
                System.out.println(each.getKey());
            } else {
                gone++;
                System.err.println("penstock: " + each.getKey() + " is left: its bytes are no longer in the topic of documents");
            }
        }
        return gone > 0 ? CommandFailure.FAILED : 0;
    }

    private boolean isChosen(RecognizedNumber number) {
        return number.getReasons().contains(reason) || documents != null && documents.contains(number.getDocument());
    }
}
