package io.zhengxun.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path temporary;

    @Test
    void a_folder_has_one_owner_until_it_is_given_up() throws IOException {
        Path path = temporary.resolve("data");
        try (DataFolder folder = DataFolder.claim(path)) {
            assertThat(folder.path()).isEqualTo(path.toRealPath());
            assertThatThrownBy(() -> DataFolder.claim(path))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
        DataFolder.claim(path).close();
    }

    @Test
    void a_reset_leaves_nothing_but_the_ownership() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(outside.resolve("letter"), "precious");
        try (DataFolder folder = DataFolder.claim(temporary.resolve("data"))) {
            Files.createDirectories(folder.path().resolve("mariadb/data"));
            Files.writeString(folder.path().resolve("mariadb/data/rows"), "rows");
            Files.createSymbolicLink(folder.path().resolve("link"), outside);
            Files.createSymbolicLink(folder.path().resolve("mariadb/link"), outside);

            folder.reset();

            assertThat(folder.path()).isDirectoryNotContaining(path -> !path.getFileName().toString().startsWith("zhengxun"));
            assertThat(outside.resolve("letter")).hasContent("precious");
            assertThatThrownBy(() -> DataFolder.claim(folder.path())).isInstanceOf(StartRefused.class);
        }
    }

    @Test
    void a_folder_with_files_of_others_is_refused_and_left_alone() throws IOException {
        Files.writeString(temporary.resolve("letter"), "precious");

        assertThatThrownBy(() -> DataFolder.claim(temporary))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("nothing was touched");
        assertThat(temporary).isDirectoryContaining("glob:**letter").isDirectoryNotContaining("glob:**zhengxun*");
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.claim(file)).isInstanceOf(StartRefused.class).hasMessageContaining("not a folder");
    }

    @Test
    void a_claim_that_was_cut_off_before_the_marker_can_be_repeated() throws IOException {
        Files.writeString(temporary.resolve("zhengxun.lock"), "");

        DataFolder.claim(temporary).close();

        assertThat(temporary.resolve("zhengxun-data")).exists();
    }
}
