package dev.weir.assets.problem;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What a disk said, for people: the file and the fact.
public final class DiskText {

    private DiskText() {}

    public static String of(IOException failure) {
        if (!(failure instanceof FileSystemException about)) {
            return failure.getMessage() == null ? "Input/output error" : failure.getMessage();
        }
        String fact =
                switch (about) {
                    case NoSuchFileException _ -> "is not there";
                    case FileAlreadyExistsException _ -> "is there already, and no folder";
                    case DirectoryNotEmptyException _ -> "is not empty";
                    default -> about.getReason() == null ? "cannot be used" : "says '%s'".formatted(about.getReason());
                };
        return "%s %s".formatted(about.getFile(), fact);
    }
}
