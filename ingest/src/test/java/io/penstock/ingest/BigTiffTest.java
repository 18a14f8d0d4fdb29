package io.penstock.ingest;

import static io.penstock.ingest.Scans.assertRefused;
import static io.penstock.ingest.Scans.bytes;
import static io.penstock.ingest.Scans.extract;
import static io.penstock.ingest.Scans.pages;
import static io.penstock.ingest.Scans.picture;
import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageImage;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A BigTIFF is read as the ordinary TIFF of the same images. */
class BigTiffTest {

    private static final int SHIFT = 16;
    private static final int STRIP_OFFSETS = 273;
    private static final int STRIP_BYTES = 279;
    private static final int LONG8 = 16;

    @Test
    void itsPagesAreThoseOfTheOrdinaryTiff() {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_BYTE_BINARY, BufferedImage.TYPE_INT_RGB}) {
            byte[] ordinary = Scans.encode(picture(type), "tif");
            List<PageImage> pages = pages(big(ordinary, 2));
            assertThat(pages).hasSize(2);
            assertThat(bytes(pages.get(1))).isEqualTo(bytes(pages(ordinary).get(0)));
            pages.forEach(Scans::assertUpright);
        }
    }

    @Test
    void aDamagedOneIsRefused() {
        byte[] big = big(Scans.encode(picture(BufferedImage.TYPE_BYTE_GRAY), "tif"), 1);
        int directory = (int) buffer(big).getLong(8);
        for (int length : new int[] {8, 15, 16, big.length / 2, directory + 9}) {
            assertRefused(extract(Arrays.copyOf(big, length)), IngestError.TIFF_CORRUPT);
        }
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = big.clone();
            damaged[directory + random.nextInt(big.length - directory)] = (byte) random.nextInt(256);
            extract(damaged); // ends, with pages or a code
        }
        byte[] round = big.clone();
        long entries = buffer(round).getLong(directory);
        buffer(round).putLong((int) (directory + 8 + 20 * entries), directory);
        assertRefused(extract(round), IngestError.TIFF_CORRUPT, "circle");
    }

    private static ByteBuffer buffer(byte[] tiff) {
        return ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    }

    /** Tells an ordinary TIFF of one page as a BigTIFF of several: its bytes are moved on by {@link #SHIFT}, new directories follow. */
    private static byte[] big(byte[] ordinary, int pages) {
        ByteBuffer from = buffer(ordinary);
        int at = from.getInt(4);
        int entries = from.getShort(at) & 0xFFFF;
        int start = SHIFT + ordinary.length;
        ByteBuffer strips = strips(from, at + 2, entries);
        int size = 8 + 20 * entries + 8 + strips.position();
        ByteBuffer to = ByteBuffer.allocate(start + pages * size).order(from.order());
        to.put(ordinary, 0, 2).putShort((short) 43).putShort((short) 8).putShort((short) 0).putLong(start).put(ordinary);
        for (int page = 1; page <= pages; page++) {
            int arrays = to.position() + 8 + 20 * entries + 8;
            to.putLong(entries);
            for (int entry = at + 2; entry < at + 2 + 12 * entries; entry += 12) {
                arrays += entry(from, entry, arrays, strips, to);
            }
            to.putLong(page == pages ? 0 : start + (long) page * size);
            to.put(strips.array(), 0, strips.position());
        }
        return to.array();
    }

    /** Returns where the strips lie and how many bytes they have, as 64-bit arrays, in the order of their tags. */
    private static ByteBuffer strips(ByteBuffer from, int first, int entries) {
        ByteBuffer strips = ByteBuffer.allocate(1 << 20).order(from.order());
        for (int entry = first; entry < first + 12 * entries; entry += 12) {
            int tag = from.getShort(entry) & 0xFFFF;
            int each = from.getShort(entry + 2) == 3 ? 2 : 4;
            int count = from.getInt(entry + 4);
            int values = count * each <= 4 ? entry + 8 : from.getInt(entry + 8);
            for (int i = 0; i < count && (tag == STRIP_OFFSETS || tag == STRIP_BYTES); i++) {
                long value = each == 2 ? from.getShort(values + 2 * i) & 0xFFFF : from.getInt(values + 4 * i);
                strips.putLong(value + (tag == STRIP_OFFSETS ? SHIFT : 0));
            }
        }
        return strips;
    }

    /** Returns how many bytes of the arrays belong to this entry. */
    private static int entry(ByteBuffer from, int entry, int arrays, ByteBuffer strips, ByteBuffer to) {
        int tag = from.getShort(entry) & 0xFFFF;
        int type = from.getShort(entry + 2);
        int count = from.getInt(entry + 4);
        boolean strip = tag == STRIP_OFFSETS || tag == STRIP_BYTES;
        to.putShort((short) tag).putShort((short) (strip ? LONG8 : type)).putLong(count);
        int each = type == 5 ? 8 : type == 4 ? 4 : type == 3 ? 2 : 1;
        if (strip) {
            to.putLong(count > 1 ? arrays : strips.getLong(tag == STRIP_OFFSETS ? 0 : 8));
            return count > 1 ? 8 * count : 0;
        }
        if (count * each <= 4) {
            to.put(from.array(), entry + 8, 4).putInt(0);
        } else if (count * each <= 8) {
            to.put(from.array(), from.getInt(entry + 8), count * each).put(new byte[8 - count * each]);
        } else {
            to.putLong(from.getInt(entry + 8) + SHIFT);
        }
        return 0;
    }
}
