package io.penstock.isolate.drill;

import java.lang.reflect.Field;

/** What a drill document can order. */
public enum Act {

    /** Runs in circles for ever, as a decoder does that does not see its end. */
    HANG {
        @Override
        void carryOut() {
            while (true) {
                Thread.onSpinWait();
            }
        }
    },
    /** Waits for ever without doing anything. */
    STALL {
        @Override
        void carryOut() {
            while (true) {
                rest(Long.MAX_VALUE);
            }
        }
    },
    /** Takes two seconds, then goes on. */
    SLOW {
        @Override
        void carryOut() {
            rest(2_000);
        }
    },
    /** Takes heap until there is none. */
    ALLOCATE {
        @Override
        void carryOut() {
            byte[][] taken = new byte[1 << 20][];
            for (int i = 0; i < taken.length; i++) {
                taken[i] = new byte[16 * 1024 * 1024];
            }
            throw new IllegalStateException("a heap without end: " + taken.length);
        }
    },
    /** Takes memory outside the heap until it is stopped. */
    ALLOCATE_NATIVE {
        @Override
        void carryOut() {
            long size = 16 * 1024 * 1024;
            while (true) {
                long address = (long) unsafe("allocateMemory", new Class<?>[] {long.class}, size);
                unsafe("setMemory", new Class<?>[] {long.class, long.class, byte.class}, address, size, (byte) 1);
                rest(1);
            }
        }
    },
    /** Lets the calls run over the stack. */
    OVERFLOW {
        @Override
        void carryOut() {
            deeper(1);
        }

        private static int deeper(int depth) {
            return depth == 0 ? 0 : deeper(depth + 1) + 1;
        }
    },
    /** Throws an error that nobody expects. */
    ERROR {
        @Override
        void carryOut() {
            throw new NoClassDefFoundError("ordered by a drill document");
        }
    },
    /** Writes to address 0, as native code with a fault in it does. */
    CRASH {
        @Override
        void carryOut() {
            unsafe("putAddress", new Class<?>[] {long.class, long.class}, 0L, 0L);
        }
    },
    /** Ends the process on the spot, as the kernel does for want of memory. */
    KILL {
        @Override
        void carryOut() {
            Runtime.getRuntime().halt(137);
        }
    };

    abstract void carryOut();

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The one way of the JDK to do harm; javac warns of it by name. */
    private static Object unsafe(String method, Class<?>[] types, Object... arguments) {
        try {
            Class<?> type = Class.forName("sun.misc.Unsafe");
            Field instance = type.getDeclaredField("theUnsafe");
            instance.setAccessible(true);
            return type.getMethod(method, types).invoke(instance.get(null), arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java cannot be harmed", e);
        }
    }
}
