package dev.daybook.cli.command;

import dev.daybook.cli.terminal.Problem;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there when it is complete, and not before: it is written beside its place and put into it at the end. Unless that is asked
 * for, it never takes the place of another, not even of one that has come meanwhile.
 */
final class NewFile implements AutoCloseable {

    private final Path file;
    private final Path draft;
    private final boolean overwrite;
    private final FileOutputStream out;

    NewFile(Path file, boolean overwrite) {
        this.file = file.toAbsolutePath();
        this.overwrite = overwrite;
        if (!overwrite && Files.exists(file)) {
            throw exists();
        }
        Path folder = this.file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new Problem(file + " is a folder; give the name of a file");
        }
        this.draft = folder.resolve(
                this.file.getFileName() + ".part-" + ProcessHandle.current().pid());
        try {
            this.out = new FileOutputStream(draft.toFile());
        } catch (IOException e) {
            throw new Problem(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    OutputStream stream() {
        return out;
    }

    /** Puts it into its place, with what it holds on disk. */
    void complete() {
        try {
            out.flush();
            out.getFD().sync();
            out.close();
            if (overwrite) {
                move();
            } else {
                publish();
            }
        } catch (FileAlreadyExistsException e) {
            throw exists();
        } catch (IOException e) {
            throw new Problem(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Problem exists() {
        return new Problem(file + " exists already; give another name, or --overwrite to replace it");
    }

    /** A second name refuses to take another file's place, in one step; a move only looks before. */
    private void publish() throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException noLinksHere) {
            Files.move(draft, file);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** What is not complete is removed. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(draft);
        } catch (IOException e) {
            throw new Problem(draft + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
