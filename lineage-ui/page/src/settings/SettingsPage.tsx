import './settings.css';
import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Answer } from '../api/contract';
import { question, useProject } from '../api/queries';
import { Loading, Problem } from '../shell/states';
import { Instant } from '../status/Instant';
import { preferences, type Zone } from './preferences';

type Settings = Answer<'/settings'>;

const MOST_CLASSES = 30;
const SHORTCUTS: readonly [string, string][] = [
  ['/', 'search'],
  ['g h', 'Home'],
  ['g l', 'Lineage'],
  ['g a', 'Assets'],
  ['g r', 'Runs'],
  ['g c', 'Checks'],
  ['t', 'light or dark'],
];

/** How the project is set up, and how this browser shows it. */
export function SettingsPage() {
  const settings = useQuery({ ...question('/settings'), staleTime: 60_000 });
  return (
    <main className="page" id="content">
      <h1>Settings</h1>
      <div className="panels">
        <div className="panel-column">
          <Project />
          {settings.error !== null ? <Problem error={settings.error} what="How the project is set up" retry={() => void settings.refetch()} />
            : settings.data === undefined ? <Loading what="how the project is set up" rows={8} />
            : <><Declared settings={settings.data} /><InForce settings={settings.data} /></>}
        </div>
        <div className="panel-column">
          <Appearance />
          <Keys />
        </div>
      </div>
    </main>
  );
}

function Project() {
  const { data: project, error } = useProject();
  if (error !== null) return <Problem error={error} what="The project" />;
  if (project === undefined) return <Loading what="the project" rows={4} />;
  return (
    <section className="panel">
      <h2>Project</h2>
      <dl className="facts">
        <dt>Name</dt><dd>{project.project}</dd>
        <dt>Environment</dt><dd>{project.environment}</dd>
        <dt>Weir</dt><dd>{project.weir}</dd>
        <dt>Server runs since</dt><dd><Instant at={project.started_at} /></dd>
        <dt>You may</dt><dd>{project.rights.includes('launch') ? 'look and launch: whoever has this link can run the code of the project' : 'look, and launch nothing'}</dd>
      </dl>
    </section>
  );
}

function Declared({ settings: { assets, groups, checks, classes, jobs, java } }: { readonly settings: Settings }) {
  return (
    <section className="panel">
      <h2>Declared</h2>
      <dl className="facts">
        <dt>Assets</dt><dd>{assets.toLocaleString('en')} in {groups.toLocaleString('en')} {groups === 1 ? 'group' : 'groups'}</dd>
        <dt>Checks</dt><dd>{checks.toLocaleString('en')}</dd>
        <dt>Classes</dt>
        <dd>
          <ul>{classes.slice(0, MOST_CLASSES).map((name) => <li key={name}><code>{name}</code></li>)}</ul>
          {classes.length > MOST_CLASSES && <span className="quiet">and {(classes.length - MOST_CLASSES).toLocaleString('en')} more</span>}
        </dd>
        <dt>Jobs</dt><dd>{jobs.join(', ') || 'none'}</dd>
        <dt>Java</dt><dd>{java}</dd>
      </dl>
    </section>
  );
}

function InForce({ settings }: { readonly settings: Settings }) {
  return (
    <section className="panel">
      <h2>Settings that hold</h2>
      <table>
        <thead><tr><th scope="col">Setting</th><th scope="col">Value</th><th scope="col">Says</th></tr></thead>
        <tbody>
          {settings.settings.map(({ name, value, origin }) => (
            <tr key={name}><td><code>{name}</code></td><td className="value">{Array.isArray(value) ? value.join(', ') : String(value)}</td><td className="quiet">{origin}</td></tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [T, string])[];
  readonly chosen: T;
  readonly choose: (value: T) => void;
}

function Choice<T extends string>({ legend, options, chosen, choose }: ChoiceProps<T>) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map(([value, label]) => (
        <label key={value}>
          <input type="radio" name={legend} checked={value === chosen} onChange={() => choose(value)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const [zone, setZone] = useState<Zone>(preferences.zone());
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <section className="panel">
      <h2>In this browser</h2>
      <Choice legend="Theme" chosen={colorScheme} choose={setColorScheme}
        options={[['auto', 'as the system'], ['light', 'light'], ['dark', 'dark']]} />
      <Choice legend="Times are shown in" chosen={zone} options={[['viewer', `your zone, ${here}`], ['UTC', 'UTC']]}
        choose={(value) => {
          preferences.chooseZone(value);
          setZone(value);
        }} />
      <p className="quiet">Keys of partitions stay in the zone of their asset.</p>
    </section>
  );
}

function Keys() {
  const [on, setOn] = useState(preferences.shortcuts());
  return (
    <section className="panel">
      <h2>Keys</h2>
      <Choice legend="Single keys" chosen={on ? 'on' : 'off'} options={[['on', 'work on every page'], ['off', 'do nothing']]}
        choose={(value) => {
          preferences.chooseShortcuts(value === 'on');
          setOn(value === 'on');
        }} />
      <dl className="facts">
        {SHORTCUTS.map(([key, does]) => [<dt key={key}><kbd>{key}</kbd></dt>, <dd key={does}>{does}</dd>])}
      </dl>
    </section>
  );
}
