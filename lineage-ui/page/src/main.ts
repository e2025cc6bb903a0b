import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/Button.css';
import '@mantine/core/styles/Input.css';
import './theme.css';
import './page.css';
import { loggedIn } from './api/client';
import { prepare } from './pages';

async function begin(): Promise<void> {
  // The token in the address has to be gone, and its cookie there, before anything is asked of the server.
  if (location.hash !== '') await loggedIn();
  prepare(location.pathname);
  const { show } = await import('./app');
  show(document.getElementById('page')!);
}

// Not awaited here: what it imports imports this.
void begin();
