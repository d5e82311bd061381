import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies the jar of the SQLite driver without the native libraries in it: 11 of its 12 MB, none of which is ever read where
 * {@code org.sqlite.lib.path} names a file. Entries keep their order and their times, and are stored, as the layer is
 * compressed as a whole: the same jar gives the same bytes.
 *
 * <p>Arguments: the jar, the file to write.
 */
public final class WithoutNatives {

    private static final String NATIVES = "org/sqlite/native/";

    private WithoutNatives() {}

    public static void main(String[] arguments) throws IOException {
        int left = 0;
        try (ZipFile from = new ZipFile(arguments[0]);
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
            for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                if (entry.getName().startsWith(NATIVES)) {
                    left++;
                } else {
                    copy(from, entry, to);
                }
            }
        }
        if (left == 0) {
            throw new IllegalStateException("there is nothing below " + NATIVES + " in " + arguments[0]);
        }
    }

    private static void copy(ZipFile from, ZipEntry entry, ZipOutputStream to) throws IOException {
        byte[] content;
        try (InputStream in = from.getInputStream(entry)) {
            content = in.readAllBytes();
        }
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        copy.setMethod(ZipEntry.STORED);
        copy.setSize(content.length);
        copy.setCrc(sum.getValue());
        to.putNextEntry(copy);
        to.write(content);
        to.closeEntry();
    }
}
