package io.zhengxun.standalone.start;

import io.zhengxun.embedded.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The port on which everything is reached, on the loopback address. */
record HttpPort(int number) {

    static HttpPort of(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            throw new StartRefused("PORT must be a number from 1 to 65535, not \"" + text + "\".");
        }
        return new HttpPort(Integer.parseInt(text));
    }

    /** @throws StartRefused if another program listens there */
    void requireFree() {
        if (isAnswered() || !canBeBound()) {
            throw new StartRefused("Port " + number + " is taken by another program: stop that one,"
                    + " or choose another port, for instance PORT=" + (number < 65535 ? number + 1 : 8080) + " ./run");
        }
    }

    /** On some systems one may bind to a single address although another program listens on all of them. */
    private boolean isAnswered() {
        try (Socket socket = new Socket()) {
            socket.connect(address(), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean canBeBound() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), number);
    }
}
