package io.penstock.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** What tests put into image files beside the image. */
final class Parts {

    private static final int AFTER_PNG_HEADER = 33;

    private Parts() {
    }

    static byte[] withExif(byte[] jpeg, byte[] exif) {
        return insert(jpeg, 2, ByteBuffer.allocate(exif.length + 10).putShort((short) 0xFFE1).putShort((short) (exif.length + 8))
            .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(exif).array());
    }

    /** A big-endian TIFF directory: orientation, resolution across and down, unit (1 none, 2 inch, 3 centimetre). */
    static byte[] exif(int orientation, int unit, int across, int down) {
        ByteBuffer block = ByteBuffer.allocate(78).put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8).putShort((short) 4);
        entry(block, 0x0112, 3, orientation << 16);
        entry(block, 0x011A, 5, 62);
        entry(block, 0x011B, 5, 70);
        entry(block, 0x0128, 3, unit << 16);
        return block.putInt(0).putInt(across).putInt(1).putInt(down).putInt(1).array();
    }

    private static void entry(ByteBuffer block, int tag, int type, int value) {
        block.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
    }

    static byte[] withChunk(byte[] png, String type, byte[] data) {
        return insert(png, AFTER_PNG_HEADER, chunk(type, data));
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] body = ByteBuffer.allocate(4 + data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data).array();
        CRC32 crc = new CRC32();
        crc.update(body);
        return ByteBuffer.allocate(body.length + 8).putInt(data.length).put(body).putInt((int) crc.getValue()).array();
    }

    static byte[] insert(byte[] file, int at, byte[] part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(file, 0, at);
        out.writeBytes(part);
        out.write(file, at, file.length - at);
        return out.toByteArray();
    }
}
