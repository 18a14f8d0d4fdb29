package io.penstock.ingest;

import io.penstock.ingest.image.JpegHeader;
import io.penstock.ingest.image.JpegReader;
import io.penstock.ingest.image.PngReader;
import io.penstock.ingest.image.TiffChain;
import io.penstock.ingest.image.TiffReader;
import io.penstock.ingest.page.DocumentReader;
import io.penstock.ingest.page.IngestError;
import io.penstock.ingest.page.PageCollector;
import io.penstock.ingest.page.RefusalException;
import io.penstock.ingest.pdf.PdfReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of document that can be read, told apart by their bytes alone. */
enum FileType {

    PDF(IngestError.PDF_CORRUPT) {
        @Override
        boolean matches(byte[] document) {
            // Readers accept rubbish (mail headers, printer commands) before the header as long as it begins in the first 1024 bytes.
            for (int at = 0; at < 1024; at++) {
                if (hasAt(document, at, '%', 'P', 'D', 'F', '-')) {
                    return true;
                }
            }
            return false;
        }

        @Override
        DocumentReader reader() {
            return new PdfReader(FileType::readAttachment);
        }

        @Override
        boolean isWhole(byte[] document) {
            return PdfReader.hasTrailer(document);
        }
    },
    TIFF(IngestError.TIFF_CORRUPT) {
        @Override
        boolean matches(byte[] document) {
            return hasAt(document, 0, 'I', 'I', 42, 0) || hasAt(document, 0, 'M', 'M', 0, 42)
                || hasAt(document, 0, 'I', 'I', 43, 0) || hasAt(document, 0, 'M', 'M', 0, 43);
        }

        @Override
        DocumentReader reader() {
            return new TiffReader();
        }

        @Override
        boolean isWhole(byte[] document) {
            return TiffChain.isWhole(document);
        }
    },
    PNG(IngestError.PNG_CORRUPT) {
        @Override
        boolean matches(byte[] document) {
            return hasAt(document, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        }

        @Override
        DocumentReader reader() {
            return new PngReader();
        }

        @Override
        boolean isWhole(byte[] document) {
            return PngReader.isWhole(document);
        }
    },
    JPEG(IngestError.JPEG_CORRUPT) {
        @Override
        boolean matches(byte[] document) {
            return hasAt(document, 0, 0xFF, 0xD8, 0xFF);
        }

        @Override
        DocumentReader reader() {
            return new JpegReader();
        }

        @Override
        boolean isWhole(byte[] document) {
            return JpegHeader.isEnded(document);
        }
    };

    private final IngestError corrupt;

    FileType(IngestError corrupt) {
        this.corrupt = corrupt;
    }

    /** Returns the type of a document; images come first, as a PDF header inside an image means nothing. */
    static Optional<FileType> of(byte[] document) {
        return Arrays.stream(new FileType[] {TIFF, PNG, JPEG, PDF}).filter(type -> type.matches(document)).findFirst();
    }

    private static void readAttachment(byte[] file, PageCollector pages) throws IOException {
        FileType type = of(file).orElseThrow(() -> new RefusalException(IngestError.ATTACHMENT_UNREADABLE,
            "it is neither PDF, TIFF, PNG nor JPEG"));
        DocumentReader reader = type == PDF ? new PdfReader(FileType::refuseNested) : type.reader();
        reader.read(file, pages);
    }

    private static void refuseNested(byte[] file, PageCollector pages) throws RefusalException {
        throw new RefusalException(IngestError.ATTACHMENT_UNREADABLE, "it is a portfolio itself");
    }

    abstract boolean matches(byte[] document);

    abstract DocumentReader reader();

    /** Returns whether a document of this type reaches its end; nothing is decoded. */
    abstract boolean isWhole(byte[] document);

    /** Returns the code for a damaged document of this type. */
    IngestError corrupt() {
        return corrupt;
    }

    private static boolean hasAt(byte[] document, int at, int... bytes) {
        if (at + bytes.length > document.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((document[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
