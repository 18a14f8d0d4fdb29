package io.penstock.isolate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The main class of a child process: starts the work that its stage wants and does it, input after input, until the stage ends. */
public final class ChildMain {

    /** Exit status of a JVM that ran out of memory, by itself or by {@link #end}. */
    static final int OUT_OF_MEMORY = 3;

    private static final int BUFFER = 64 * 1024;
    private static final long LOOK_MILLIS = 1000;
    private static final String ANSWERS = "/dev/fd/3";

    private final WorkSource source;
    private final DataInputStream in;
    private final DataOutputStream out;
    private Work work;

    private ChildMain(WorkSource source, DataInputStream in, DataOutputStream out) {
        this.source = source;
        this.in = in;
        this.out = out;
    }

    /** Works for the process that started this one; {@code arguments}: class of the source of work, number of that process. */
    public static void main(String... arguments) throws ReflectiveOperationException, IOException {
        long stage = Long.parseLong(arguments[1]);
        Thread watch = new Thread(() -> endWith(stage), "watch-stage");
        watch.setDaemon(true);
        watch.start();
        offerAsFirstVictim();
        WorkSource source = Class.forName(arguments[0]).asSubclass(WorkSource.class).getDeclaredConstructor().newInstance();
        new ChildMain(source, new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER)),
            new DataOutputStream(new BufferedOutputStream(new FileOutputStream(ANSWERS), BUFFER))).serve();
    }

    /** Where the machine runs out of memory, the kernel ends this process before any other. */
    private static void offerAsFirstVictim() {
        try {
            Files.writeString(Path.of("/proc/self/oom_score_adj"), "1000");
        } catch (IOException e) {
            // not Linux: the kernel decides
        }
    }

    /** Ends this process when its stage is gone, even while work hangs. */
    private static void endWith(long stage) {
        while (ProcessHandle.current().parent().filter(parent -> parent.pid() == stage).isPresent()) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException e) {
                break;
            }
        }
        end(0);
    }

    private static void end(int status) {
        Runtime.getRuntime().halt(status);
    }

    private void serve() throws IOException {
        try {
            while (true) {
                byte kind = in.readByte();
                byte[] body = Frames.body(in);
                if (kind == Frames.SETUP) {
                    setUp(body);
                } else {
                    work(body);
                }
            }
        } catch (EOFException e) {
            end(0);
        } catch (OutOfMemoryError e) {
            end(OUT_OF_MEMORY);
        }
    }

    private void setUp(byte[] setup) throws IOException {
        try {
            if (work != null) {
                work.close();
            }
            work = source.start(Frames.texts(new DataInputStream(new ByteArrayInputStream(setup))));
            Frames.write(out, Frames.READY, "");
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Exception | Error e) { // the stage tells its operator, whatever it is
            Frames.write(out, Frames.UNFIT, Words.of(e));
        }
    }

    private void work(byte[] input) throws IOException {
        try {
            work.run(input, part -> Frames.write(out, Frames.PART, part));
            Frames.write(out, Frames.DONE, "");
        } catch (Refusal e) {
            Frames.write(out, Frames.REFUSED, e.code() + "\n" + e.getMessage());
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Exception | Error e) { // whatever an input makes of the work must not stop the next input
            Frames.write(out, Frames.BROKEN, Words.of(e));
        }
    }
}
