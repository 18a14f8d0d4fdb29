package io.penstock.bench.serving;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One contender on several threads, each with its own instance: warm from the first round to the last, measured round by round. */
final class Track implements AutoCloseable {

    private static final OperatingSystemMXBean PROCESS = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<Lane> lanes = new ArrayList<>();
    private final CyclicBarrier start;

    Track(Entrant entrant, int threads, List<List<byte[]>> calls) throws InterruptedException, ExecutionException {
        start = new CyclicBarrier(threads);
        for (int i = 0; i < threads; i++) {
            lanes.add(new Lane(entrant, calls, i * calls.size() / threads));
        }
    }

    /** Runs all threads for some time. */
    Pace run(double seconds) throws InterruptedException, ExecutionException {
        long processor = PROCESS.getProcessCpuTime();
        long clock = System.nanoTime();
        List<Future<Long>> counts = new ArrayList<>();
        for (Lane lane : lanes) {
            counts.add(lane.submit(() -> lane.runFor(seconds, start)));
        }
        long glyphs = 0;
        for (Future<Long> count : counts) {
            glyphs += count.get();
        }
        return new Pace(glyphs * 1e9 / (System.nanoTime() - clock), glyphs * 1e9 / (PROCESS.getProcessCpuTime() - processor));
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }

    /** One thread with its contender. */
    private static final class Lane {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final List<List<byte[]>> calls;
        private final Contender contender;
        private int next;

        Lane(Entrant entrant, List<List<byte[]>> calls, int first) throws InterruptedException, ExecutionException {
            this.calls = calls;
            this.next = first;
            this.contender = thread.submit(() -> entrant.source().get()).get();
        }

        <T> Future<T> submit(Callable<T> work) {
            return thread.submit(work);
        }

        long runFor(double seconds, CyclicBarrier start) throws InterruptedException, BrokenBarrierException {
            start.await();
            long end = System.nanoTime() + (long) (seconds * 1e9);
            long glyphs = 0;
            while (System.nanoTime() < end) {
                List<byte[]> call = calls.get(next);
                contender.classify(call);
                glyphs += call.size();
                next = (next + 1) % calls.size();
            }
            return glyphs;
        }

        @SuppressWarnings("FutureReturnValueIgnored") // the measuring is over
        void close() {
            thread.submit(contender::close);
            thread.shutdown();
        }
    }
}
