package io.penstock.train.data;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import java.nio.file.Path;

/**
 * A file of a public data set, known by its content.
 *
 * @param name name without {@code .gz}
 * @param md5  published MD5 of its unpacked bytes, lower-case hex
 */
record PublishedFile(String name, String md5) {

    /**
     * Reads the file where it lies, and compares its content.
     *
     * @throws DataSetException where it is no whole IDX file, or another
     */
    IdxFile read(Path path) {
        IdxFile file = IdxFile.read(path);
        if (!file.md5().equals(md5)) {
            throw new DataSetException(Code.CHECKSUM_DIFFERS, path + " has MD5 " + file.md5() + " unpacked, the published " + name + " has "
                + md5 + ": fetch it again");
        }
        return file;
    }
}
