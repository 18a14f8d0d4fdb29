package io.penstock.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Tesseract as it is installed, told that each picture holds digits only. One process reads all pictures of a call, so that starting it
 * and loading its network is paid once.
 *
 * @param command  the program
 * @param segment  its page segmentation mode; 7 is one line of text, 8 one word
 */
record Tesseract(String command, int segment) {

    /**
     * Returns the digits that were read on each picture.
     *
     * @throws IOException where the program is missing, fails, or does not answer for each picture
     */
    List<String> read(List<Path> pictures) throws IOException, InterruptedException {
        Path list = Files.createTempFile("pictures", ".txt");
        try {
            Files.write(list, pictures.stream().map(Path::toString).toList());
            ProcessBuilder builder = new ProcessBuilder(command, list.toString(), "stdout", "--psm", Integer.toString(segment), "-c",
                "tessedit_char_whitelist=0123456789").redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("OMP_THREAD_LIMIT", "1");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(command + " ended with " + process.exitValue() + "; is it installed with a language?");
            }
            List<String> lines = Arrays.stream(output.split("\f", -1)).limit(pictures.size()).map(page -> page.replaceAll("[^0-9]", ""))
                .toList();
            if (lines.size() != pictures.size()) {
                throw new IOException(command + " answered for " + lines.size() + " of " + pictures.size() + " pictures");
            }
            return lines;
        } finally {
            Files.delete(list);
        }
    }
}
