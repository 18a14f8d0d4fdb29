package io.penstock.ingest;

/** Whether a file holds all that it says it holds: whoever copies or scans it may still be writing. Nothing is decoded. */
public final class FileEnd {

    private FileEnd() {
    }

    /**
     * Returns whether a file can be parsed to its end: a PDF has its trailer, a PNG and a JPEG their end marker, of a TIFF all directories
     * and pixels lie inside the file. Of other files only those that are empty, or begin with zeros where room was made for them, are known
     * to be unfinished.
     */
    public static boolean isReached(byte[] file) {
        if (file.length == 0) {
            return false;
        }
        return FileType.of(file).map(type -> type.isWhole(file)).orElse(file[0] != 0);
    }
}
