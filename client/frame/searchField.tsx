import './searchField.css';
import { IconSearch } from '@tabler/icons-preact';
import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { addressOf } from '../addresses.ts';
import { t } from '../catalogue/text.ts';

/** The one search, in the frame of a wide screen. */
export function SearchField() {
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  return (
    <search>
      <form
        class="search-field"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() === '') return;
          route(addressOf.search(typed.trim()));
          setTyped('');
        }}
      >
        <input
          type="search"
          aria-label={t.frame.searchPage.field}
          placeholder={t.frame.search}
          maxLength={80}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" aria-label={t.frame.search}>
          <IconSearch aria-hidden="true" />
        </button>
      </form>
    </search>
  );
}
