package io.zhengxun.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * The one folder that holds everything a running system keeps: databases, passwords, logs. At most one process owns it
 * at a time; the owner's pid stands in {@code zhengxun.pid} beside the lock.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "zhengxun.lock";
    private static final String PID = "zhengxun.pid";
    private static final String MARKER = "zhengxun-data";
    private static final Set<String> OWN_FILES = Set.of(LOCK, PID, MARKER);

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes this process the folder's owner; a folder that is not there yet is created.
     *
     * @throws StartRefused if a live process owns it, if it holds something that is not ours, or if it cannot be written
     */
    public static DataFolder claim(Path folder) {
        Path path = real(folder);
        refuseForeign(path);
        DataFolder claimed = new DataFolder(path, lock(path));
        Folders.write(path.resolve(MARKER), "A data folder of Zhengxun; ./run --reset empties it.\n");
        Folders.write(path.resolve(PID), ProcessHandle.current().pid() + "\n");
        return claimed;
    }

    public Path path() {
        return path;
    }

    /** Deletes everything in the folder; it stays ours. No server may be running on it. */
    public void reset() {
        for (Path entry : Folders.entries(path, "")) {
            if (!OWN_FILES.contains(entry.getFileName().toString())) {
                delete(entry);
            }
        }
    }

    /** Gives the folder up. */
    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                Files.deleteIfExists(path.resolve(PID));
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path real(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StartRefused(folder + " is not a folder; choose another by DATA_DIR=...");
        }
        try {
            return (Files.exists(folder) ? folder : Folders.create(folder)).toRealPath();
        } catch (IOException e) {
            throw new StartRefused("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** A mistyped DATA_DIR must neither scatter files over somebody's folder nor, on a reset, empty it. */
    private static void refuseForeign(Path path) {
        boolean foreign = Folders.entries(path, "").stream()
                .anyMatch(entry -> !OWN_FILES.contains(entry.getFileName().toString()));
        if (foreign && !Files.exists(path.resolve(MARKER))) {
            throw new StartRefused(path + " holds files that are not Zhengxun's, so nothing was touched;"
                    + " choose an empty or a new folder by DATA_DIR=...");
        }
    }

    private static FileChannel lock(Path path) {
        try {
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartRefused("The data folder " + path + " is in use by process " + owner(path)
                        + ": stop that one first, or choose another folder by DATA_DIR=...");
            }
            return channel;
        } catch (IOException e) {
            throw new StartRefused("The folder " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String owner(Path path) throws IOException {
        try {
            return Files.readString(path.resolve(PID)).strip();
        } catch (NoSuchFileException e) {
            return "(starting or stopping just now)";
        }
    }

    private static void delete(Path entry) {
        try {
            if (Files.isDirectory(entry) && !Files.isSymbolicLink(entry)) {
                Folders.delete(entry);
            } else {
                Files.delete(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
