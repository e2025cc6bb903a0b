package dev.weir.materializer.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import dev.weir.assets.AssetKey;
import dev.weir.checks.CheckKey;
import dev.weir.partitions.PartitionKey;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class UserClassLoaderTest {

    @TempDir
    Path folder;

    @Test
    void aProjectsOwnVersionOfAClassStandsBesideTheEngines() throws Exception {
        Path classes = Compiled.into(
                folder.resolve("classes"),
                "com/fasterxml/jackson/core/JsonFactory.java: package com.fasterxml.jackson.core; public class JsonFactory {"
                        + " public String toString() { return \"the user's\"; } }",
                "User.java: public class User implements java.util.concurrent.Callable<String> { public String call() {"
                        + " return new com.fasterxml.jackson.core.JsonFactory().toString(); } }");

        try (UserClassLoader loader = new UserClassLoader(List.of(classes))) {
            Object user = loader.loadClass("User").getDeclaredConstructor().newInstance();

            assertThat(((Callable<?>) user).call()).isEqualTo("the user's");
            assertThat(new JsonFactory().toString()).isNotEqualTo("the user's");
        }
    }

    @Test
    void theApiIsTheEnginesAlsoWhereTheProjectBringsACopy() throws Exception {
        Path classes = Compiled.into(
                folder.resolve("classes"), "dev/weir/assets/AssetKey.java: package dev.weir.assets; public class AssetKey {}");

        try (UserClassLoader loader = new UserClassLoader(List.of(classes))) {
            assertThat(loader.loadClass(AssetKey.class.getName())).isSameAs(AssetKey.class);
            assertThat(loader.loadClass(PartitionKey.class.getName())).isSameAs(PartitionKey.class);
            assertThat(loader.loadClass(CheckKey.class.getName())).isSameAs(CheckKey.class);
            assertThat(loader.loadClass(LoggerFactory.class.getName())).isSameAs(LoggerFactory.class);
            assertThat(loader.loadClass("java.sql.Connection")).isNotNull();
        }
    }

    @Test
    void theEngineAndItsLibrariesCannotBeSeen() throws Exception {
        try (UserClassLoader loader = new UserClassLoader(List.of(folder))) {
            assertThatThrownBy(() -> loader.loadClass(JsonFactory.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> loader.loadClass(UserClassLoader.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThat(loader.getResource("com/fasterxml/jackson/core/JsonFactory.class")).isNull();
        }
    }
}
