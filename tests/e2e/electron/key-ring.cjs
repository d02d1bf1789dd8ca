/**
 * Loaded before the app (`electron -r`, which only Electron's development binary takes): a key ring that is there, for
 * machines of a test where nobody has logged in to a desktop. How the real one is used, tests/unit/shell shows.
 */
const { safeStorage } = require('electron');

Object.assign(safeStorage, {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text) => Buffer.from(text).reverse(),
  decryptStringAsync: async (wrapped) => ({
    result: Buffer.from(wrapped).reverse().toString(),
    shouldReEncrypt: false,
  }),
});
