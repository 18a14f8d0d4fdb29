package io.penstock.isolate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The language between a stage and its child: a byte that says what it is, a length, the bytes; and how texts are written in them. */
final class Frames {

    /** To the child: what work stands on; answered with {@link #READY} or {@link #UNFIT}. */
    static final byte SETUP = 1;
    /** To the child: an input; answered with any number of {@link #PART}, then {@link #DONE}, {@link #REFUSED} or {@link #BROKEN}. */
    static final byte INPUT = 2;
    /** From the child: work has been started. */
    static final byte READY = 3;
    /** From the child: work cannot be started, and why. */
    static final byte UNFIT = 4;
    /** From the child: a part of what comes of an input. */
    static final byte PART = 5;
    /** From the child: that was all. */
    static final byte DONE = 6;
    /** From the child: the input is at fault: code, line feed, message. */
    static final byte REFUSED = 7;
    /** From the child: the work threw, and what. */
    static final byte BROKEN = 8;

    private Frames() {
    }

    /** Writes one frame and sends it off. */
    static void write(DataOutputStream out, byte kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /** Writes one frame that holds text. */
    static void write(DataOutputStream out, byte kind, String text) throws IOException {
        write(out, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the bytes of a frame whose kind has been read. */
    static byte[] body(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }

    /** Reads the text of a frame whose kind has been read. */
    static String text(DataInputStream in) throws IOException {
        return new String(body(in), StandardCharsets.UTF_8);
    }

    /** Writes names and values. */
    static void write(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            for (String text : new String[] {entry.getKey(), entry.getValue()}) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
        out.flush();
    }

    /** Reads names and values, in the order in which they were written. */
    static Map<String, String> texts(DataInputStream in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(text(in), text(in));
        }
        return texts;
    }
}
