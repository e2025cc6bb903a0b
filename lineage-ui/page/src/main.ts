import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Input.css';
import './theme.css';
import './page.css';
import { begin, loggedIn } from './api/client';
import { prepareWorker } from './lineage/layout/worker-at-hand';

// The token in the address has to be gone, and its cookie there, before anything is asked of the server.
await loggedIn();

// What takes longest is under way while the rest of the page is still being read.
if (/^\/lineage$/.test(location.pathname)) {
  begin('/graph');
  begin('/status');
  prepareWorker();
}
const { show } = await import('./app');
show(document.getElementById('page')!);
