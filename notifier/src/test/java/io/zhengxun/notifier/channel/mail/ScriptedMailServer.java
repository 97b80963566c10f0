package io.zhengxun.notifier.channel.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * A mail server that answers steps as a test wants: a reply, {@code hang} to say nothing, {@code close} to go away. Steps are
 * the verbs of SMTP, {@code greeting}, and {@code .} for the end of the contents.
 */
final class ScriptedMailServer implements AutoCloseable {

    private static final Map<String, String> USUAL = Map.of(
            "greeting", "220 ready", "EHLO", "250 hello", "MAIL", "250 sender ok", "RCPT", "250 recipient ok",
            "DATA", "354 go on", ".", "250 queued", "QUIT", "221 bye", "RSET", "250 ok", "AUTH", "235 ok");

    private final ServerSocket door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final Map<String, String> script;

    ScriptedMailServer(Map<String, String> script) throws IOException {
        this.script = script;
        Thread thread = new Thread(this::serve, "scripted-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                talk(client);
            } catch (IOException e) {
                // The client or the test has gone away.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        boolean goesOn = answer(client, "greeting");
        boolean contents = false;
        for (String line = in.readLine(); goesOn && line != null; line = in.readLine()) {
            if (contents && !line.equals(".")) {
                continue;
            }
            String step = contents ? "." : line.split(" ")[0].toUpperCase(Locale.ROOT);
            goesOn = answer(client, step);
            contents = step.equals("DATA") && goesOn && said(step).startsWith("354");
        }
    }

    private String said(String step) {
        return script.getOrDefault(step, USUAL.getOrDefault(step, "502 what?"));
    }

    /** False if the connection is to end. */
    private boolean answer(Socket client, String step) throws IOException {
        String reply = said(step);
        if (reply.equals("close")) {
            return false;
        }
        if (!reply.equals("hang")) {
            client.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return true;
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
