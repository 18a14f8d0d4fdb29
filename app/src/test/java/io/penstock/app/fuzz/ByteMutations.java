package io.penstock.app.fuzz;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/** Mutations of bytes, and of the parts that formats are made of. */
final class ByteMutations {

    private static final int[] EDGES = {0, 1, -1, 2, 3, 4, 7, 8, 16, 127, 128, 255, 256, 1024, 32767, 32768, 65535, 65536, 1 << 24,
        Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE - 1, 1 << 30, -2};

    private ByteMutations() {
    }

    /** Any byte, any stretch of them: changed, doubled, left out, cut off. */
    static byte[] any(byte[] input, SplittableRandom random) {
        if (input.length == 0) {
            return new byte[] {(byte) random.nextInt()};
        }
        int from = random.nextInt(input.length);
        int to = Math.min(input.length, from + 1 + random.nextInt(Math.min(64, input.length)));
        return switch (random.nextInt(7)) {
            case 0 -> set(input, from, (byte) (input[from] ^ 1 << random.nextInt(8)));
            case 1 -> set(input, from, (byte) random.nextInt());
            case 2 -> splice(input, from, from, Arrays.copyOfRange(input, from, to));
            case 3 -> splice(input, from, to, new byte[0]);
            case 4 -> Arrays.copyOf(input, from);
            case 5 -> splice(input, from, to, new byte[to - from]);
            default -> number(input, from, edge(random), 1 << random.nextInt(3), random.nextBoolean());
        };
    }

    /** Chunks of a PNG: changed inside, in another order, twice, with a wrong length; the checksums hold. */
    static byte[] png(byte[] input, SplittableRandom random) {
        List<byte[]> chunks = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(input);
        int at = 8;
        while (at + 12 <= input.length && in.getInt(at) >= 0 && in.getInt(at) <= input.length - at - 12) {
            chunks.add(Arrays.copyOfRange(input, at, at + 12 + in.getInt(at)));
            at += 12 + in.getInt(at);
        }
        if (chunks.isEmpty()) {
            return any(input, random);
        }
        int index = random.nextInt(chunks.size());
        byte[] chunk = chunks.get(index);
        switch (random.nextInt(5)) {
            case 0 -> chunks.add(random.nextInt(chunks.size()), chunk);
            case 1 -> chunks.remove(index);
            case 2 -> chunks.set(index, number(chunk, 8 + random.nextInt(Math.max(1, chunk.length - 12)), edge(random), 4, true));
            case 3 -> chunks.set(index, sealed(resized(chunk, random)));
            default -> chunks.set(index, sealed(set(chunk, 4 + random.nextInt(chunk.length - 8), (byte) random.nextInt())));
        }
        byte[] first = chunks.isEmpty() ? new byte[0] : chunks.get(0);
        if (first.length > 12 && random.nextBoolean()) {
            chunks.set(0, sealed(first));
        }
        return join(Arrays.copyOf(input, 8), chunks);
    }

    private static byte[] resized(byte[] chunk, SplittableRandom random) {
        byte[] data = any(Arrays.copyOfRange(chunk, 8, chunk.length - 4), random);
        return ByteBuffer.allocate(data.length + 12).putInt(data.length).put(chunk, 4, 4).put(data).array();
    }

    private static byte[] sealed(byte[] chunk) {
        CRC32 crc = new CRC32();
        crc.update(chunk, 4, chunk.length - 8);
        byte[] sealed = chunk.clone();
        ByteBuffer.wrap(sealed).putInt(chunk.length - 4, (int) crc.getValue());
        return sealed;
    }

    /** Segments of a JPEG: changed inside, in another order, twice, another marker. */
    static byte[] jpeg(byte[] input, SplittableRandom random) {
        List<Integer> markers = new ArrayList<>();
        for (int i = 0; i + 4 < input.length; i++) {
            if (input[i] == -1 && input[i + 1] != 0 && input[i + 1] != -1) {
                markers.add(i);
            }
        }
        if (markers.size() < 2) {
            return any(input, random);
        }
        int index = random.nextInt(markers.size());
        int from = markers.get(index);
        int to = index + 1 < markers.size() ? markers.get(index + 1) : input.length;
        byte[] segment = Arrays.copyOfRange(input, from, to);
        int elsewhere = markers.get(random.nextInt(markers.size()));
        return switch (random.nextInt(5)) {
            case 0 -> splice(input, elsewhere, elsewhere, segment);
            case 1 -> splice(input, from, to, new byte[0]);
            case 2 -> set(input, from + 1, (byte) (0xC0 + random.nextInt(0x3F)));
            case 3 -> number(input, from + 2, edge(random), 2, true);
            default -> splice(input, from + 2, to, any(Arrays.copyOfRange(input, from + 2, to), random));
        };
    }

    /** Entries of a TIFF's directories: another tag, type, count or value. */
    static byte[] tiff(byte[] input, SplittableRandom random) {
        if (input.length < 16) {
            return any(input, random);
        }
        ByteBuffer in = ByteBuffer.wrap(input).order(input[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = in.getInt(4);
        if (directory < 8 || directory > input.length - 14) {
            return any(input, random);
        }
        int entries = Math.min(in.getShort(directory) & 0xffff, (input.length - directory - 2) / 12);
        if (entries == 0) {
            return any(input, random);
        }
        int entry = directory + 2 + 12 * random.nextInt(entries);
        boolean bigEndian = in.order() == ByteOrder.BIG_ENDIAN;
        return switch (random.nextInt(6)) {
            case 0 -> number(input, entry, 254 + random.nextInt(80), 2, bigEndian);
            case 1 -> number(input, entry + 2, random.nextInt(20), 2, bigEndian);
            case 2 -> number(input, entry + 4, edge(random), 4, bigEndian);
            case 3 -> number(input, entry + 8, random.nextInt(input.length), 4, bigEndian);
            case 4 -> number(input, directory + 2 + 12 * entries, random.nextBoolean() ? directory : random.nextInt(input.length), 4,
                bigEndian);
            default -> number(input, entry + 8, edge(random), 4, bigEndian);
        };
    }

    /** Words of a text: left out, doubled, one in place of another, a number at an edge. */
    static byte[] words(byte[] input, SplittableRandom random) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int from = random.nextInt(Math.max(1, text.length()));
        int[] word = word(text, from);
        int[] other = word(text, random.nextInt(Math.max(1, text.length())));
        String left = text.substring(word[0], word[1]);
        String with = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> left + left;
            case 2, 3 -> text.substring(other[0], other[1]);
            case 4 -> Integer.toString(edge(random));
            default -> left.repeat(1 + random.nextInt(50));
        };
        return (text.substring(0, word[0]) + with + text.substring(word[1])).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Lines of a text: left out, doubled, moved, further in or out. */
    static byte[] lines(byte[] input, SplittableRandom random) {
        List<String> lines = new ArrayList<>(new String(input, StandardCharsets.ISO_8859_1).lines().toList());
        if (lines.isEmpty()) {
            return any(input, random);
        }
        int index = random.nextInt(lines.size());
        String line = lines.get(index);
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(index);
            case 1 -> lines.add(random.nextInt(lines.size()), line);
            case 2 -> lines.set(index, "  " + line);
            case 3 -> lines.set(index, line.strip());
            default -> lines.set(index, lines.get(random.nextInt(lines.size())));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int[] word(String text, int at) {
        int from = at;
        while (from > 0 && isWord(text.charAt(from - 1))) {
            from--;
        }
        int to = at;
        while (to < text.length() && isWord(text.charAt(to))) {
            to++;
        }
        return new int[] {from, Math.max(to, Math.min(text.length(), from + 1))};
    }

    private static boolean isWord(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '.' || c == '/' || c == '-';
    }

    private static int edge(SplittableRandom random) {
        return EDGES[random.nextInt(EDGES.length)];
    }

    private static byte[] set(byte[] input, int at, byte value) {
        byte[] changed = input.clone();
        changed[at] = value;
        return changed;
    }

    private static byte[] number(byte[] input, int at, int value, int bytes, boolean bigEndian) {
        byte[] changed = input.clone();
        for (int i = 0; i < bytes && at + i < changed.length; i++) {
            changed[at + i] = (byte) (value >> 8 * (bigEndian ? bytes - 1 - i : i));
        }
        return changed;
    }

    private static byte[] splice(byte[] input, int from, int to, byte[] middle) {
        return ByteBuffer.allocate(input.length - (to - from) + middle.length).put(input, 0, from).put(middle)
            .put(input, to, input.length - to).array();
    }

    private static byte[] join(byte[] head, List<byte[]> parts) {
        ByteBuffer all = ByteBuffer.allocate(head.length + parts.stream().mapToInt(part -> part.length).sum()).put(head);
        parts.forEach(all::put);
        return all.array();
    }
}
