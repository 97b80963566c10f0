package io.zhengxun.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** Folders and files that only their owner may read. */
final class Folders {

    private Folders() {}

    static Path create(Path folder) {
        try {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
            return folder;
        } catch (IOException e) {
            throw new StartRefused("The folder " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Writes a file that may hold a password: its permissions are set before its content. */
    static Path write(Path file, String content) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file);
            restrict(file, "rw-------");
            return Files.writeString(file, content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StartRefused("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Deletes a folder with all it holds; symbolic links are removed, not followed. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The entries whose names begin so; none if there is no such folder. */
    static List<Path> entries(Path folder, String beginning) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(beginning)).toList();
        } catch (IOException e) {
            throw new StartRefused("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Whether the superuser owns what this process has just made, that is, whether this process is the superuser. */
    static boolean ownedByRoot(Path file) {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
        } catch (UnsupportedOperationException notUnix) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
