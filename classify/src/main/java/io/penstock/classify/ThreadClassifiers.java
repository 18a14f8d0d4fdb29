package io.penstock.classify;

import io.penstock.classify.digit.DigitClassifier;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Gives all tasks of one stream thread the same classifier, so that a thread with several partitions loads its networks once.
 *
 * <p>Thread-safe. A classifier is closed with the last of its tasks, whichever thread closes that.
 */
final class ThreadClassifiers implements Supplier<DigitClassifier> {

    private final Supplier<DigitClassifier> source;
    private final Map<Thread, Loan> loans = new ConcurrentHashMap<>();

    ThreadClassifiers(Supplier<DigitClassifier> source) {
        this.source = source;
    }

    /** Returns the calling thread's classifier; closing what is returned gives it back. */
    @Override
    public DigitClassifier get() {
        Thread borrower = Thread.currentThread();
        Loan loan = loans.compute(borrower, (thread, lent) -> lent == null ? new Loan(source.get(), 1) : lent.oneMore());
        return new Borrowed(borrower, loan.classifier());
    }

    private void giveBack(Thread borrower) {
        loans.computeIfPresent(borrower, (thread, lent) -> lent.oneLess());
    }

    /** A classifier and how many tasks use it. */
    private record Loan(DigitClassifier classifier, int tasks) {

        Loan oneMore() {
            return new Loan(classifier, tasks + 1);
        }

        Loan oneLess() {
            if (tasks == 1) {
                classifier.close();
                return null;
            }
            return new Loan(classifier, tasks - 1);
        }
    }

    private final class Borrowed implements DigitClassifier {

        private final Thread borrower;
        private final DigitClassifier classifier;

        private Borrowed(Thread borrower, DigitClassifier classifier) {
            this.borrower = borrower;
            this.classifier = classifier;
        }

        @Override
        public float[][] classify(List<byte[]> glyphs) {
            return classifier.classify(glyphs);
        }

        @Override
        public float[][] read(List<byte[]> lines) {
            return classifier.read(lines);
        }

        @Override
        public String version() {
            return classifier.version();
        }

        @Override
        public void close() {
            giveBack(borrower);
        }
    }
}
